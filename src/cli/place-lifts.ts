import { BINS, weighMinutes } from "../core/access/decay.ts";
import { parseDecay } from "../core/access/decay-text.ts";
import type { TravelTable } from "../core/access/travel-table.ts";
import { weightedDemand } from "../core/access/two-step.ts";
import { FailureError } from "../core/failure.ts";
import { placeShortfall } from "../core/placement/place-shortfall.ts";
import type { Search } from "../core/placement/search.ts";
import { liftsOf, weighDeprived } from "../core/placement/shortfall.ts";
import { formatCsv } from "./csv.ts";
import { type Placed, type PlaceValues, quantity, required, rulesOf, wholeNumber } from "./place-options.ts";
import { readPoints, readWeights } from "./read-placement.ts";
import { readTimesFile } from "./read-times-file.ts";

/** The objective `shortfall`: what new supply brings to those under a threshold of access. */
export async function placeLifts(values: PlaceValues, search: Search): Promise<Placed> {
  const threshold = quantity(values.threshold, "--threshold");
  const supply = quantity(values.supply, "--supply");
  const count = wholeNumber(values.p, "--p");
  const demand = await readPoints(required(values.demand, "--demand"), "weight", ["weight", "access"]);
  const candidates =
    values.candidates === undefined ? demand : await readPoints(values.candidates, "weighted_demand", []);
  const { table, weights } = await readReach(values, demand.ids, candidates.ids, () =>
    readWeights(required(values.weights, "--weights (or --times)"), demand, candidates),
  );
  const people = demand.weights ?? new Float64Array(0);
  const access = demand.access ?? new Float64Array(0);
  const given = candidates === demand ? null : candidates.weights;
  const lifts = liftsOf(table, weights, given ?? weightedDemand(table, people, weights), supply);
  const problem = {
    lifts,
    weights: weighDeprived(people, access, threshold, quantity(values.priority, "--priority")),
    access,
    threshold,
    ...rulesOf(values, candidates),
  };
  const found = await placeShortfall(problem, count, search);
  const assignment = () => {
    const after = access.slice();
    for (const j of found.sites) {
      for (let k = lifts.offsets[j]; k < lifts.offsets[j + 1]; k++) after[lifts.targets[k]] += lifts.lifts[k];
    }
    return formatCsv(
      ["demand", "access", "access_after"],
      demand.names.map((name, i) => [name, access[i], after[i]]),
    );
  };
  return { found, candidates, assignment };
}

/** Who a site reaches and with what weight: given, or by a decay of the minutes. */
async function readReach(
  values: PlaceValues,
  origins: ReadonlyMap<string, number>,
  sites: ReadonlyMap<string, number>,
  readGiven: () => Promise<TravelTable>,
): Promise<{ readonly table: TravelTable; readonly weights: Float64Array }> {
  if (values.times === undefined) {
    const table = await readGiven();
    return { table, weights: table.minutes };
  }
  if (values.weights !== undefined) throw new FailureError("bad-input", { option: "--weights", problem: "or --times" });
  const maxMinutes = values.max === undefined ? Number.POSITIVE_INFINITY : quantity(values.max, "--max");
  const bins = BINS.find((name) => name === values.bins);
  if (!bins) throw new FailureError("bad-input", { option: "--bins", text: values.bins, expected: BINS.join(", ") });
  if (values.decay === undefined) {
    throw new FailureError("bad-input", { option: "--decay", text: "(none)", expected: "a decay, with --times" });
  }
  const decay = parseDecay(values.decay, maxMinutes);
  const table = await readTimesFile(values.times, origins, sites);
  return { table, weights: weighMinutes(decay, table.minutes, { maxMinutes, bins }) };
}
