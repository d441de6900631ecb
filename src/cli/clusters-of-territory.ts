import { VERDICTS } from "../core/access/robustness.ts";
import { FailureError } from "../core/failure.ts";
import { PROFESSION_UNITS, type Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { APART, ISOLATED } from "../core/spatial/deserts.ts";
import { QUADRANTS } from "../core/spatial/local-moran.ts";
import { createEngine } from "../engine/engine.ts";
import { type ClustersAnswer, DEFAULT_PERMUTATIONS, findClusters } from "../engine/find-clusters.ts";
import { type DesertsAnswer, findDeserts } from "../engine/find-deserts.ts";
import { loadNationalFrame, type NationalFrame } from "../engine/national-frame.ts";
import type { Database } from "../engine/ports.ts";
import { REFERENCES, type Reference } from "../engine/reference.ts";
import { createSpatialSources } from "../engine/spatial-sources.ts";
import { NEIGHBOUR_KINDS, type NeighbourRule } from "../engine/unit-neighbours.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { type ClustersOptions, parsePermutations } from "./clusters-options.ts";
import { formatCsv } from "./csv.ts";
import { describeMoran } from "./describe-moran.ts";
import { readSeries } from "./read-series.ts";
import { onStderr, parsePositive, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const HIGHEST_THRESHOLD = 10_000;
/** A commune or two are a dot on the map, not a desert. */
const LEAST_COMMUNES = "3";
const KEPT = 0.05;

/** Clusters and contiguous deserts of the official access in a territory of the embedded pack. */
export async function clustersOfTerritory(options: ClustersOptions): Promise<void> {
  const territory = readTerritory(options.territory);
  const column = readSeries(options);
  const neighbours = parseNeighbours(options["neighbour-kind"] ?? "queen");
  const reference = REFERENCES.find((name) => name === (options.reference ?? "country"));
  if (!reference) throw badOption("--reference", options.reference, REFERENCES.join(" or "));
  const permutations = parsePermutations(options.permutations ?? String(DEFAULT_PERMUTATIONS));
  const seed = parseWholeNumber(options.seed, "--seed");
  const positive = (text: string | undefined, option: string, most: number) =>
    text === undefined ? null : parsePositive(text, option, most);
  const threshold = positive(options.threshold, "--threshold", HIGHEST_THRESHOLD);
  const bridgeMinutes = positive(options["bridge-minutes"], "--bridge-minutes", 30);
  const minAreas = parseWholeNumber(options["min-communes"] ?? LEAST_COMMUNES, "--min-communes");
  const minPeople = parseWholeNumber(options["min-people"] ?? "0", "--min-people");
  if (options.robustness === true && column.profession !== "gp") {
    throw badOption("--robustness", column.profession, "gp: no other profession has variants");
  }
  const run = onStderr();
  const db = await openNodePack(options.data);
  const frame = await loadNationalFrame(db);
  const sources = createSpatialSources(db, frame);
  const asked = { territory, column, reference };
  const clusters = await findClusters(sources, { ...asked, need: null, neighbours, permutations, seed }, run);
  const contiguity = neighbours.kind === "rook" ? "rook" : "queen";
  const robustness = options.robustness === true ? await judge(db, frame, column.year, run) : null;
  const deserts = await findDeserts(
    sources,
    { ...asked, threshold, contiguity, bridgeMinutes, minAreas, minPeople, robustness },
    run,
  );
  await writeOutput(options.out, toCsv(clusters, deserts));
  if (options.deserts !== undefined) await writeOutput(options.deserts, toDesertCsv(frame, deserts));
  if (options.summary !== undefined) {
    const parameters = { neighbours, reference, permutations, seed, contiguity, bridgeMinutes, minAreas, minPeople };
    const summary = {
      ...column,
      unit: PROFESSION_UNITS[column.profession],
      ...describe(clusters, reference, deserts),
      parameters,
    };
    await writeOutput(options.summary, `${JSON.stringify({ ...summary, limits: LIMITS }, null, 2)}\n`);
  }
  console.error(sayHeadline(column, reference, clusters, deserts));
}

/** `queen`, `rook`, `nearest:8`, `minutes:15`. */
function parseNeighbours(text: string): NeighbourRule {
  const [name, amount] = text.split(":", 2);
  const kind = NEIGHBOUR_KINDS.find((k) => k === name);
  if ((kind === "queen" || kind === "rook") && amount === undefined) return { kind };
  if (kind === "nearest" && /^[1-9]\d?$/.test(amount ?? "")) return { kind, count: Number(amount) };
  if (kind === "minutes") return { kind, minutes: parsePositive(amount ?? "", "--neighbour-kind minutes", 30) };
  throw badOption("--neighbour-kind", text, "queen, rook, nearest:K or minutes:M");
}

/** 1 under in every way of measuring access, 0 where it depends or never, NaN where not judged, over every unit. */
async function judge(db: Database, frame: NationalFrame, year: number, run: Run): Promise<Float64Array> {
  const question = { territory: { kind: "country", code: "fr" }, year, rule: "same-share" } as const;
  const { units, judgement } = await createEngine(db).assessRobustness(question, run);
  const column = new Float64Array(frame.codes.length).fill(Number.NaN);
  units.forEach((unit, i) => {
    const verdict = VERDICTS[judgement.verdicts[i]];
    if (verdict !== "unjudged") column[unit] = verdict === "always" ? 1 : 0;
  });
  return column;
}

function toCsv(clusters: ClustersAnswer, { people, desertOf }: DesertsAnswer): string {
  const rows = clusters.codes.map((code, i) => [
    code,
    clusters.names[i],
    people[i],
    clusters.values[i],
    clusters.localI[i],
    QUADRANTS[clusters.quadrants[i]],
    clusters.p[i],
    clusters.pAdjusted[i],
    clusters.giStar[i],
    desertOf[i] >= 0 ? desertOf[i] + 1 : desertOf[i] === ISOLATED ? "isolated" : desertOf[i] === APART ? "apart" : null,
  ]);
  const header = ["code", "name", "population", "value", "local_i", "quadrant", "p", "p_fdr", "gi_star_z", "desert"];
  return formatCsv(header, rows);
}

function toDesertCsv(frame: NationalFrame, { deserts }: DesertsAnswer): string {
  const header = ["desert", "around", "departements", "people", "people_inside", "communes", "communes_inside"];
  const rows = deserts.map((desert, k) => [
    k + 1,
    desert.around.join(" / "),
    desert.departements.join(" "),
    desert.people,
    desert.peopleInside,
    desert.areas,
    desert.areasInside,
    desert.depth,
    desert.robustness,
    Array.from(desert.units, (unit) => frame.codes[unit]).join(" "),
  ]);
  return formatCsv([...header, "depth", "robustness", "codes"], rows);
}

function describe(clusters: ClustersAnswer, reference: Reference, { threshold, deserts, summary }: DesertsAnswer) {
  const counted = QUADRANTS.slice(1).map((name) => [name, countKept(clusters, name)]);
  return {
    territory: clusters.territory.name,
    moran_over: reference === "country" ? "country" : clusters.territory.name,
    moran: describeMoran(clusters.global),
    communes_analysed: clusters.analysedUnits,
    communes_without_neighbour: clusters.islands,
    links: clusters.links,
    smoothed_by_construction: clusters.smoothedByConstruction,
    communes_by_quadrant_fdr_5_percent: Object.fromEntries(counted),
    threshold,
    people_under: summary.peopleUnder,
    people_in_deserts: summary.peopleInDeserts,
    people_isolated: summary.peopleIsolated,
    communes_isolated: summary.areasIsolated,
    people_in_arrondissements_apart: summary.peopleApart,
    deserts: deserts.length,
  };
}

function countKept({ analysed, quadrants, pAdjusted }: ClustersAnswer, name: string): number {
  return quadrants.reduce(
    (n, q, i) => n + (analysed[i] === 1 && QUADRANTS[q] === name && pAdjusted[i] <= KEPT ? 1 : 0),
    0,
  );
}

function sayHeadline(
  { profession, year }: Series,
  reference: Reference,
  clusters: ClustersAnswer,
  answer: DesertsAnswer,
): string {
  const { deserts, summary, threshold } = answer;
  const [largest] = deserts;
  const limit = Number(threshold.toFixed(2));
  const share = summary.peopleInDeserts / summary.peopleUnder;
  return [
    `${clusters.territory.name} ${profession} ${year}: Moran over the ${reference} ${clusters.global.i.toFixed(3)} (p ${clusters.global.p}), partly built in, since catchments overlap`,
    `${countKept(clusters, "LL")} communes low among low, ${countKept(clusters, "HH")} high among high (false discovery rate 5 %)`,
    `${deserts.length} deserts under ${limit}` +
      (largest
        ? ` holding ${percent(share)} of the people under, the largest around ${largest.around.join(" and ")}`
        : ""),
  ].join("; ");
}

function badOption(option: string, text: string | undefined, expected: string): FailureError {
  return new FailureError("bad-input", { option, text: text ?? "", expected });
}

const LIMITS = [
  "Official access is a floating catchment: neighbours share practitioners, so they are alike by construction and part of the autocorrelation is built in.",
  "p come from 1 set of random deals shared by all communes, so they share its error; another seed gives slightly other p.",
  "Paris, Lyon and Marseille are analysed whole: their arrondissements have no outline and carry the figures of their city; under the threshold in a city that is not, they are apart from deserts.",
  "Communes without a value are left out, and their neighbours keep the others; fifteen islands touch no commune.",
  "Deserts follow borders: a commune just above the threshold can part two, a river without a bridge parts none.",
  "Minutes, where asked for, are estimated from straight lines between centres.",
] as const;
