import { modelOf } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { FailureError } from "../core/failure.ts";
import { PLACEMENT_OBJECTIVES, type PlacementObjective } from "../core/placement/objectives.ts";
import { isPurchase } from "../core/placement/place-budget.ts";
import { CLOSED, type Search } from "../core/placement/search.ts";
import { fteOf, parseStaff } from "../core/placement/staff.ts";
import { getSeries, PROFESSIONS, type Profession } from "../core/professions.ts";
import type { PlaceSitesAnswer } from "../engine/describe-plan.ts";
import type { StaffFigures } from "../engine/describe-staff.ts";
import { staffSeries } from "../engine/gather-staff.ts";
import type { CapacityFigures } from "../engine/judge-capacity.ts";
import { loadNationalFrame, type NationalFrame } from "../engine/national-frame.ts";
import { placeSites } from "../engine/place-sites.ts";
import type { SiteBudget, SiteCapacity } from "../engine/placement-world.ts";
import { loadReachPlaces } from "../engine/reach-places.ts";
import { loadSeries, type SeriesColumns } from "../engine/series-columns.ts";
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
  const staff = values.staff === undefined ? null : parseStaff(values.staff, "--staff");
  const budget = readBudget(values, objective);
  const capacity = readCapacity(values, objective);
  const series = getSeries(profession, wholeNumber(values.year, "--year"), "all");
  const question = {
    territory: readTerritory(values.territory),
    series,
    model: modelOf(profession),
    objective,
    threshold: quantity(values.threshold, "--threshold"),
    count: objective === "lscp" || budget ? 0 : wholeNumber(values.p, "--p"),
    supply: staff ? supplyOf(profession, fteOf(staff, profession)) : quantity(values.supply, "--supply"),
    ...(staff ? { staff } : {}),
    ...(budget ? { budget } : {}),
    ...(capacity ? { capacity } : {}),
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
  const others = new Map<Profession, SeriesColumns>();
  for (const one of staffSeries(question)) others.set(one.profession, await loadSeries(db, frame, one));
  const columns = await loadSeries(db, frame, series);
  const sources = { frame, series: columns, places, brought: null, context, staff: others };
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
    ...(isPurchase(found) ? { spent: found.spent, next: found.next } : {}),
    ...(answer.staff ? { professions: answer.staff.map(writeStaff) } : {}),
    ...(answer.capacity ? { capacity: writeCapacity(answer.capacity) } : {}),
    reasons: answer.sites.map(({ code, name, peopleLifted, worth, runnerUp, useful, peopleNearest, size }) => ({
      code,
      name,
      people_lifted: peopleLifted,
      worth,
      runner_up: runnerUp,
      useful_share: useful,
      people_nearest: peopleNearest,
      ...(size ? { size } : {}),
    })),
    limits: LIMITS,
  };
  await writeOutput(values.out, `${JSON.stringify(summary, null, 2)}\n`);
  if (values.flows !== undefined) await writeOutput(values.flows, formatFlows(answer, frame));
  if (values.assignment === undefined) return;
  const rows = Array.from(answer.units, (unit, i) => [frame.codes[unit], answer.official[i], answer.after[i]]);
  await writeOutput(values.assignment, formatCsv(["code", "access", "access_after"], rows));
}

function writeStaff({ profession, fte, importance, threshold, planFte, today, planned, filled, sites }: StaffFigures) {
  return {
    profession,
    fte,
    importance,
    threshold,
    plan_fte: planFte,
    people_under: today.peopleUnder,
    people_under_after: planned.peopleUnder,
    mean: today.mean,
    mean_after: planned.mean,
    shortfall_filled: filled,
    people_lifted_by_site: sites.map(({ peopleLifted }) => peopleLifted),
    useful_share_by_site: sites.map(({ useful }) => useful),
  };
}

/** Who goes to which new site: a line for each commune and site. Throws `bad-input` where sites take anybody. */
function formatFlows({ capacity, sites, units }: PlaceSitesAnswer, { codes }: NationalFrame): string {
  if (capacity === null) throw new FailureError("bad-input", { option: "--flows", problem: "with --capacity" });
  const { offsets, people, minutes, sites: at } = capacity.flows;
  const rows = Array.from(units, (unit, r) =>
    Array.from({ length: offsets[r + 1] - offsets[r] }, (_, n) => {
      const k = offsets[r] + n;
      return [codes[unit], sites[at[k]].code, people[k], minutes[k]];
    }),
  );
  return formatCsv(["code", "site", "people", "minutes"], rows.flat());
}

function writeCapacity({ demand, served, left, sites }: CapacityFigures) {
  return {
    people_to_serve: demand,
    people_served: served,
    people_left_beyond: left.beyond,
    people_left_by_full_sites: left.full,
    by_site: sites.map(({ capacity, people, minutes, oneMore }) => ({
      capacity: Number.isFinite(capacity) ? capacity : null,
      people,
      mean_minutes: minutes,
      one_more_place_saves: oneMore,
    })),
  };
}

/** `--capacity N --capacities CODE:N,… --served all|under`: people a site takes, and who is to be served. */
function readCapacity(values: PlaceValues, objective: PlacementObjective): SiteCapacity | null {
  if (values.capacity === undefined) return null;
  if (objective !== "p-median" && objective !== "mclp") {
    throw new FailureError("bad-input", { option: "--capacity", problem: "with --objective p-median or mclp" });
  }
  const { served } = values;
  if (served !== "all" && served !== "under") {
    throw new FailureError("bad-input", { option: "--served", text: served, expected: "all, under" });
  }
  const pairs = values.capacities.split(",").filter((pair) => pair !== "");
  const own = pairs.map((pair) => {
    const [code, people] = pair.split(":");
    return { code, people: quantity(people, "--capacities") };
  });
  return { people: quantity(values.capacity, "--capacity"), own, served };
}

/** `--budget B --sizes 0.5:300,1:500`: what there is to spend, and what a site costs in each multiple of its staff. */
function readBudget(values: PlaceValues, objective: PlacementObjective): SiteBudget | null {
  if (values.budget === undefined) return null;
  if (objective !== "shortfall") {
    throw new FailureError("bad-input", { option: "--budget", problem: "with --objective shortfall alone" });
  }
  const sizes = values.sizes
    .split(",")
    .map((size) => size.split(":").map((text) => quantity(text, "--sizes")))
    .map(([multiple, cost]) => ({ multiple, cost }));
  if (!sizes.every(({ multiple, cost }) => multiple > 0 && cost > 0)) {
    throw new FailureError("bad-input", {
      option: "--sizes",
      text: values.sizes,
      expected: "multiple:cost, both above 0",
    });
  }
  return { total: quantity(values.budget, "--budget"), sizes };
}

function supplyOf(profession: Profession, fte: number): number {
  return fte * presetOf(profession).perPractitioner.value;
}

const LIMITS = [
  "Official access plus what the sites add by the decay of the recomputation, parts of which nobody published.",
  "Times are estimated from straight lines; nobody moves, nobody else changes their activity.",
] as const;
