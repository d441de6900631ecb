import { modelOf } from "../core/access/model.ts";
import { FailureError } from "../core/failure.ts";
import { PLACEMENT_OBJECTIVES } from "../core/placement/objectives.ts";
import { CLOSED, type Search } from "../core/placement/search.ts";
import { getSeries, PROFESSIONS } from "../core/professions.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { placeSites } from "../engine/place-sites.ts";
import { loadReachPlaces } from "../engine/reach-places.ts";
import { loadSeries } from "../engine/series-columns.ts";
import { loadUnitContext } from "../engine/unit-context.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { type PlaceValues, quantity, wholeNumber } from "./place-options.ts";
import { readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** New sites in a territory of the pack: official access as baseline, estimated times, communes as candidates. */
export async function placeInTerritory(values: PlaceValues, search: Search): Promise<void> {
  const profession = PROFESSIONS.find((name) => name === values.profession);
  const objective = PLACEMENT_OBJECTIVES.find((name) => name === values.objective);
  if (!profession || !objective) {
    const [option, text, expected] = profession
      ? ["--objective", values.objective ?? "(none)", PLACEMENT_OBJECTIVES.join(", ")]
      : ["--profession", values.profession, PROFESSIONS.join(", ")];
    throw new FailureError("bad-input", { option, text, expected });
  }
  const isWithin = objective === "mclp" || objective === "lscp";
  const list = (codes: string | undefined) => (codes ?? "").split(",").filter((code) => code !== "");
  const series = getSeries(profession, wholeNumber(values.year, "--year"), "all");
  const question = {
    territory: readTerritory(values.territory),
    series,
    model: modelOf(profession),
    objective,
    threshold: quantity(values.threshold, "--threshold"),
    count: objective === "lscp" ? 0 : wholeNumber(values.p, "--p"),
    supply: quantity(values.supply, "--supply"),
    priority: quantity(values.priority, "--priority"),
    minutes: isWithin ? quantity(values.radius, "--radius") : 0,
    practices: values["with-practices"],
    candidates: {
      pharmacy: values["with-pharmacy"],
      franceServices: values["with-france-services"],
      people: quantity(values["min-people"], "--min-people"),
      minutesToPractice: quantity(values["minutes-to-practice"], "--minutes-to-practice"),
      margin: quantity(values.margin, "--margin"),
      mandatory: list(values.mandatory),
      excluded: list(values.excluded),
    },
  };
  const db = await openNodePack(values.data);
  const frame = await loadNationalFrame(db);
  const places = await loadReachPlaces(db, frame);
  const context = await loadUnitContext(db);
  const sources = { frame, series: await loadSeries(db, frame, series), places, brought: null, context };
  const answer = await placeSites(sources, question, search);
  const { found } = answer;
  const summary = {
    objective: found.objective,
    bound: found.bound,
    gap: Number.isFinite(found.gap) ? found.gap : null,
    proven: found.gap <= CLOSED,
    sites: answer.sites.map((site) => site.code),
    seconds: found.seconds,
    candidates: answer.candidates,
    people_under: answer.today.peopleUnder,
    people_under_after: answer.planned.peopleUnder,
    today: answer.today,
    planned: answer.planned,
    aside: answer.aside,
    reasons: answer.sites.map(({ code, name, peopleLifted, worth, runnerUp, useful, peopleNearest }) => ({
      code,
      name,
      people_lifted: peopleLifted,
      worth,
      runner_up: runnerUp,
      useful_share: useful,
      people_nearest: peopleNearest,
    })),
    limits: LIMITS,
  };
  await writeOutput(values.out, `${JSON.stringify(summary, null, 2)}\n`);
  if (values.assignment === undefined) return;
  const rows = Array.from(answer.units, (unit, i) => [frame.codes[unit], answer.official[i], answer.after[i]]);
  await writeOutput(values.assignment, formatCsv(["code", "access", "access_after"], rows));
}

const LIMITS = [
  "Official access plus what the sites add by the decay of the recomputation, parts of which nobody published.",
  "Times are estimated from straight lines; nobody moves, nobody else changes their activity.",
] as const;
