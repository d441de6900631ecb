import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { ParityScores } from "../core/access/parity-scores.ts";
import { FailureError } from "../core/failure.ts";
import { getSeries, isProfession, PROFESSION_UNITS } from "../core/professions.ts";
import { ESTIMATE } from "../core/travel/estimate.ts";
import { readRoadFile } from "../core/travel/road-file.ts";
import { prepareRoads, type Roads } from "../core/travel/road-times.ts";
import { computeParity, type ParityAnswer, type ParityModel } from "../engine/compute-parity.ts";
import { loadNationalFrame, type NationalFrame } from "../engine/national-frame.ts";
import { loadParityPlaces, type ParityPlaces } from "../engine/parity-places.ts";
import { bringRoads, bringTable, type TimedPlaces } from "../engine/parity-times.ts";
import { loadSeries } from "../engine/series-columns.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { openFile } from "../platform/node/open-file.ts";
import { readTimesFile } from "./read-times-file.ts";
import { onStderr, parseWholeNumber } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis parity`: the official APL beside ours, judged on communes the fit has not seen. */
export async function parity(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profession: { type: "string", default: "gp" },
      year: { type: "string", default: "2023" },
      times: { type: "string", default: "estimate" },
      road: { type: "string" },
      seed: { type: "string", default: "1" },
      fast: { type: "boolean", default: false },
      out: { type: "string", default: "-" },
      data: { type: "string", default: "data" },
    },
  });
  if (!isProfession(values.profession)) throw new FailureError("unknown-profession", { text: values.profession });
  if (values.times !== "estimate" && values.road !== undefined) {
    throw new FailureError("bad-input", { options: "--times, --road", reason: "one of them" });
  }
  const profession = values.profession;
  const series = getSeries(profession, parseWholeNumber(values.year, "--year"), "all");
  const question = { profession, year: series.year, seed: parseWholeNumber(values.seed, "--seed"), fast: values.fast };
  const db = await openNodePack(values.data);
  const frame = await loadNationalFrame(db);
  const estimated = await loadParityPlaces(db, frame, await loadSeries(db, frame, series), profession);
  const timed = await bringTimes(estimated, frame, values);
  const places = timed?.places ?? estimated;
  const answer = await computeParity(places, question, onStderr());
  const times = timed ? describeTimes(timed, values) : { kind: "estimate", ...ESTIMATE };
  const text = `${JSON.stringify(describe(answer, places, times), null, 2)}\n`;
  await writeOutput(values.out, text);
  for (const model of answer.models) console.error(summarise(model));
}

interface BroughtFiles {
  readonly times: string;
  readonly road?: string | undefined;
}

/** Times by road from a table of commune codes or a road file; null when there are estimates only. */
async function bringTimes(
  places: ParityPlaces,
  frame: NationalFrame,
  { times, road }: BroughtFiles,
): Promise<TimedPlaces | null> {
  if (road !== undefined) return bringRoads(places, await readRoads(road), onStderr());
  if (times === "estimate") return null;
  const units = new Map(frame.codes.map((code, unit) => [code, unit]));
  const unitOf = Uint32Array.from(places.codes, (code) => units.get(code) as number);
  return bringTable(places, await readTimesFile(times, units, units), unitOf);
}

async function readRoads(file: string): Promise<Roads> {
  const source = await openFile(file);
  const bytes = await source.read(0, source.length);
  await source.close();
  return prepareRoads(readRoadFile(bytes, file));
}

function describeTimes({ pairs, byRoad }: TimedPlaces, { times, road }: BroughtFiles) {
  return {
    kind: road === undefined ? "table" : "road",
    file: basename(road ?? times),
    pairs,
    pairs_by_road: byRoad,
    share_by_road: byRoad / pairs,
    other_pairs: { kind: "estimate", ...ESTIMATE },
  };
}

function describe({ question, models, chosen }: ParityAnswer, places: ParityPlaces, times: object) {
  const { published, practitioners, counters, world } = places;
  return {
    ...question,
    unit: PROFESSION_UNITS[question.profession],
    times,
    communes: {
      places: published.length,
      published: published.filter((value) => !Number.isNaN(value)).length,
      with_practitioners: practitioners.filter((count) => count > 0).length,
      pairs: world.near.km.length,
      points_at_a_counter: counters,
    },
    splits: {
      random: "a fifth of the communes, drawn one by one",
      spatial: "a fifth of the bassins de vie, held out whole",
    },
    chosen,
    models: models.map(({ name, split, parameters, fit, heldOut, classes }) => ({
      model: name,
      what: MODELS[name] ?? "supply per demand of each site fitted to the published values, with this decay",
      split,
      parameters,
      fit: snake(fit),
      held_out: snake(heldOut),
      held_out_by_class: Object.fromEntries(Object.entries(classes).map(([id, scores]) => [id, snake(scores)])),
    })),
    limits: LIMITS,
  };
}

function snake({ n, r, weightedR, rmse, bias, residuals }: ParityScores) {
  return { n, r, weighted_r: weightedR, rmse, bias, residual_quantiles: residuals };
}

function summarise({ name, split, fit, heldOut }: ParityModel): string {
  const figures = ({ r, weightedR, rmse }: ParityScores) =>
    `r ${r.toFixed(3)}, by people ${weightedR.toFixed(3)}, RMSE ${rmse.toPrecision(3)}`;
  return `${split} ${name}: held out ${figures(heldOut)} (n ${heldOut.n}); fit ${figures(fit)}`;
}

const MODELS: Readonly<Record<string, string>> = {
  naive:
    "E2SFCA, places of practice as supply, times as estimated, one factor fitted; steps 1, 0.3, 0.1 at 10, 15, 20 min",
  "one-activity":
    "E2SFCA, places of practice as supply, fitted times and blurred steps, one activity for the whole country",
  "calibrated-shifted":
    "the calibrated model with the least error within the training communes, sites moved and slowed as far as published values tell",
  neighbours: "no model of access: mean of the published values of training communes around",
  "calibrated-and-neighbours":
    "the chosen calibrated model, plus the mean of what it misses on training communes around",
};

const LIMITS = [
  "Times that are not by road are estimates from straight lines between centres; they know no river, relief, motorway or congestion, and geometric centres stand about a kilometre from the village.",
  "Supply is counted in places of practice of 2024, not in persons or acts of 2023; activity enters only through the fit.",
  "A good fit is not a proof of the decay: with free ratios several decays come close to each other.",
  "Communes drawn at random have training neighbours, whose published values alone already predict them well (model `neighbours`); blocks held out whole show what the model adds.",
  "Paris, Lyon and Marseille are one place each, at their centre; they weigh as supply and demand, but are neither fitted nor tested, because arrondissements have no point here.",
  "Corsica has no published values in 2023 and Mayotte none at all: they are neither fitted nor tested.",
] as const;
