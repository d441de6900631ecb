import { presetOf } from "../core/access/profession-presets.ts";
import { impossible } from "../core/placement/problem.ts";
import { weighDeprived } from "../core/placement/shortfall.ts";
import { breathe, type Run } from "../core/run.ts";
import { assertStaff, gatherStaff } from "./gather-staff.ts";
import { listCandidates } from "./list-candidates.ts";
import { offerSizes } from "./offer-sizes.ts";
import { createPlaceTimes } from "./place-times.ts";
import type { PlaceSitesSources } from "./placement-sources.ts";
import type { PlacementWorld, PlaceSitesQuestion } from "./placement-world.ts";
import { reachSites } from "./reach-sites.ts";
import { measureService } from "./service-world.ts";
import { listRows } from "./territory-rows.ts";

/**
 * Candidates and what each brings to whom. Official access is the baseline and sites add to it: access of the two-step family
 * is linear in supply. Demand is that of the whole country, so that what neighbours use is not counted twice. Throws
 * `unknown-territory`, `bad-input` when no candidate is left or conditions contradict each other, `cancelled`.
 */
export async function preparePlacement(
  sources: PlaceSitesSources,
  question: PlaceSitesQuestion,
  run: Run,
): Promise<PlacementWorld> {
  const { frame, series, places, brought } = sources;
  const { model, threshold, supply, priority, objective, versus } = question;
  assertStaff(question);
  const own = new Set(listRows(frame, question.territory).units);
  const times = createPlaceTimes(places, brought);
  const position = Array.from(places.units.keys());
  const home = position.filter((i) => own.has(places.units[i]) && !Number.isNaN(series.values[places.units[i]]));
  run.progress(3, 6, "candidates");
  const allowed = listCandidates(question, places, home, own, times.estimate);
  if (allowed.length === 0) throw impossible("no commune meets the conditions set on candidates", "no-candidate");
  await breathe(run);
  run.progress(4, 6, "lifts");
  const units = Uint16Array.from(allowed, (i) => places.units[i]);
  const { perPeople } = presetOf(question.series.profession);
  const reach = reachSites({ series, places, brought }, allowed, home, model, supply * perPeople);
  const pick = (column: Float64Array) => Float64Array.from(home, (i) => column[places.units[i]]);
  const people = pick(series.people).map((n) => Math.max(0, n || 0));
  const official = pick(series.values);
  await breathe(run);
  run.progress(5, 6, "times");
  const inside = position.filter((i) => own.has(places.units[i]));
  const at = new Map(allowed.map((i, j) => [places.codes[i], j]));
  const world: PlacementWorld = {
    question,
    units: Uint16Array.from(home, (i) => places.units[i]),
    names: home.map((i) => places.names[i]),
    points: {
      lon: Float64Array.from(home, (i) => places.points.lon[i]),
      lat: Float64Array.from(home, (i) => places.points.lat[i]),
    },
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
    options: null,
    lifts: reach.lifts,
    staff: question.staff?.map((share) => gatherStaff(share, sources, question, allowed, inside)) ?? null,
    service:
      objective === "shortfall" && !versus?.length ? null : measureService(question, places, home, allowed, times),
    times: reach.times,
  };
  return question.budget && world.service === null ? offerSizes(world, question.budget) : world;
}
