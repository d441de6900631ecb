import { weighMinutes } from "../core/access/decay.ts";
import type { AccessModel } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import type { TravelTable } from "../core/access/travel-table.ts";
import { weightedDemand } from "../core/access/two-step.ts";
import { impossible } from "../core/placement/problem.ts";
import { liftsOf, weighDeprived } from "../core/placement/shortfall.ts";
import { breathe, type Run } from "../core/run.ts";
import { type BroughtTimes, replaceEstimates } from "./brought-times.ts";
import { listCandidates } from "./list-candidates.ts";
import type { NationalFrame } from "./national-frame.ts";
import { createPlaceTimes } from "./place-times.ts";
import type { PlacementWorld, PlaceSitesQuestion } from "./placement-world.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { measureService } from "./service-world.ts";
import { listRows } from "./territory-rows.ts";

export interface PlaceSitesSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
}

/**
 * Candidates and what each brings to whom. Official access is the baseline and sites add to it: access of the two-step family
 * is linear in supply. Demand is that of the whole country, so that what neighbours use is not counted twice. Throws
 * `unknown-territory`, `bad-input` when no candidate is left or conditions contradict each other, `cancelled`.
 */
export async function preparePlacement(
  { frame, series, places, brought }: PlaceSitesSources,
  question: PlaceSitesQuestion,
  run: Run,
): Promise<PlacementWorld> {
  const { model, threshold, supply, priority, objective } = question;
  const own = new Set(listRows(frame, question.territory).units);
  const times = createPlaceTimes(places, brought);
  const position = Array.from(places.units.keys());
  const home = position.filter((i) => own.has(places.units[i]) && !Number.isNaN(series.values[places.units[i]]));
  run.progress(0, 3, "candidates");
  const allowed = listCandidates(question, places, home, own, times.estimate);
  if (allowed.length === 0) throw impossible("no commune meets the conditions set on candidates", "no-candidate");
  await breathe(run);
  run.progress(1, 3, "lifts");
  const estimated = times.estimate(position, allowed, model.maxMinutes);
  const units = Uint16Array.from(allowed, (i) => places.units[i]);
  const supplied = brought
    ? replaceEstimates(estimated, places.units, units, brought, model.maxMinutes)
    : { table: estimated, brought: 0, estimated: estimated.minutes.length };
  const weigh = (table: TravelTable) =>
    weighMinutes(model.decay, table.minutes, { maxMinutes: model.maxMinutes, bins: model.bins });
  const demand = Float64Array.from(places.units, (unit) => demandOf(series, unit, model));
  const weighted = weightedDemand(supplied.table, demand, weigh(supplied.table));
  const reached = pickOrigins(supplied.table, home);
  const { perPeople } = presetOf(question.series.profession);
  const pick = (column: Float64Array) => Float64Array.from(home, (i) => column[places.units[i]]);
  const people = pick(series.people).map((n) => Math.max(0, n || 0));
  const official = pick(series.values);
  await breathe(run);
  run.progress(2, 3, "times");
  const at = new Map(allowed.map((i, j) => [places.codes[i], j]));
  return {
    question,
    units: Uint16Array.from(home, (i) => places.units[i]),
    names: home.map((i) => places.names[i]),
    people,
    standardised: pick(series.standardised),
    official,
    counted: weighDeprived(people, official, threshold, priority),
    sites: {
      units,
      codes: allowed.map((i) => places.codes[i]),
      names: allowed.map((i) => places.names[i]),
      lon: Float64Array.from(allowed, (i) => places.points.lon[i]),
      lat: Float64Array.from(allowed, (i) => places.points.lat[i]),
    },
    mandatory: question.candidates.mandatory.flatMap((code) => at.get(code) ?? []),
    lifts: liftsOf(reached, weigh(reached), weighted, supply * perPeople),
    service: objective === "shortfall" ? null : measureService(question, places, home, allowed, times),
    times: { brought: supplied.brought, estimated: supplied.estimated },
  };
}

/** Standardised inhabitants where they are asked for and published, else inhabitants, as in the recomputation. */
function demandOf({ standardised, people }: SeriesColumns, unit: number, { demand }: AccessModel): number {
  return demand === "standardised" && standardised[unit] >= 0 ? standardised[unit] : Math.max(0, people[unit] || 0);
}

/** The rows of some origins, in their order. */
function pickOrigins(table: TravelTable, rows: readonly number[]): TravelTable {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((i, r) => {
    offsets[r + 1] = offsets[r] + table.offsets[i + 1] - table.offsets[i];
  });
  const targets = new Uint32Array(offsets[rows.length]);
  const minutes = new Float64Array(targets.length);
  rows.forEach((i, r) => {
    targets.set(table.targets.subarray(table.offsets[i], table.offsets[i + 1]), offsets[r]);
    minutes.set(table.minutes.subarray(table.offsets[i], table.offsets[i + 1]), offsets[r]);
  });
  return { origins: rows.length, destinations: table.destinations, offsets, targets, minutes };
}
