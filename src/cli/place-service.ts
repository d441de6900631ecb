import { FailureError } from "../core/failure.ts";
import type { PlacementObjective } from "../core/placement/objectives.ts";
import { type CapacityRequest, placeWithCapacity } from "../core/placement/place-capacity.ts";
import { placeCenter } from "../core/placement/place-center.ts";
import { placeCover } from "../core/placement/place-cover.ts";
import { placeCoverage } from "../core/placement/place-coverage.ts";
import { placeMedian } from "../core/placement/place-median.ts";
import { assignDemand } from "../core/placement/plan-values.ts";
import type { PlacementProblem } from "../core/placement/problem.ts";
import type { Found, Search } from "../core/placement/search.ts";
import { serveWithin } from "../core/placement/serve-within.ts";
import { formatCsv } from "./csv.ts";
import {
  MAX_DECIMALS,
  type Placed,
  type PlaceValues,
  quantity,
  required,
  rulesOf,
  wholeNumber,
} from "./place-options.ts";
import { type PlacePoints, planeCosts, readCosts, readPoints } from "./read-placement.ts";

type ServiceObjective = Exclude<PlacementObjective, "shortfall">;

/** Objectives of cost to the nearest open site. */
export async function placeService(objective: ServiceObjective, values: PlaceValues, search: Search): Promise<Placed> {
  const isRadius = objective === "mclp" || objective === "lscp";
  const radius = isRadius ? quantity(values.radius, "--radius") : 0;
  const count = objective === "lscp" ? 0 : wholeNumber(values.p, "--p");
  const file = required(values.demand, "--demand");
  const demand = await readPoints(file, "weight", objective === "lscp" || objective === "p-center" ? [] : ["weight"]);
  const candidates =
    values.candidates === undefined ? demand : await readPoints(values.candidates, "weighted_demand", []);
  const problem: PlacementProblem = {
    rows: await readRows(values, demand, candidates, isRadius ? radius : Number.POSITIVE_INFINITY),
    weights: demand.weights ?? new Float64Array(demand.ids.size).fill(1),
    nameOf: (i) => demand.names[i],
    ...rulesOf(values, candidates),
  };
  const capacities = readCapacities(values, candidates);
  if (capacities) {
    if (objective !== "p-median" && objective !== "mclp") {
      throw new FailureError("bad-input", { option: "--capacity", problem: "with --objective p-median or mclp" });
    }
    const request = { capacities, radius: isRadius ? radius : null };
    const found = await placeWithCapacity(problem, request, count, search);
    return { found, candidates, assignment: () => formatFlows(problem, request, found, demand, candidates) };
  }
  const found = await ask(objective, problem, count, radius, search);
  return { found, candidates, assignment: () => formatAssignment(problem, found, demand, candidates) };
}

/** The column `capacity` of the candidates, `--capacity` where there is none; null: neither. */
function readCapacities(values: PlaceValues, candidates: PlacePoints): Float64Array | null {
  if (candidates.capacities) return candidates.capacities;
  if (values.capacity === undefined) return null;
  return new Float64Array(candidates.ids.size).fill(quantity(values.capacity, "--capacity"));
}

/** Who goes where, and how many: a demand point shared between sites has a line for each. Nobody: no site, no cost. */
function formatFlows(
  problem: PlacementProblem,
  request: CapacityRequest,
  { sites }: Found,
  demand: PlacePoints,
  candidates: PlacePoints,
): string {
  const perUnit = problem.rows.perUnit ?? 1;
  const rows = serveWithin(problem, request, sites).map(({ row, site, people, cost }) => [
    demand.names[row],
    site < 0 ? null : candidates.names[site],
    people,
    site < 0 ? null : cost / perUnit,
  ]);
  return formatCsv(["demand", "site", "people", "cost"], rows);
}

function ask(
  objective: ServiceObjective,
  problem: PlacementProblem,
  count: number,
  radius: number,
  search: Search,
): Promise<Found> {
  switch (objective) {
    case "p-median":
      return placeMedian(problem, count, search);
    case "mclp":
      return placeCoverage(problem, count, radius, search);
    case "lscp":
      return placeCover(problem, radius, search);
    case "p-center":
      return placeCenter(problem, count, search);
  }
}

async function readRows(values: PlaceValues, demand: PlacePoints, candidates: PlacePoints, within: number) {
  if (values.costs !== undefined) return readCosts(values.costs, demand, candidates);
  if (values.metric !== undefined && values.metric !== "euclidean") {
    throw new FailureError("bad-input", { option: "--metric", text: values.metric, expected: "euclidean" });
  }
  const decimals = values.decimals === undefined ? null : quantity(values.decimals, "--decimals");
  if (decimals !== null && !(Number.isInteger(decimals) && decimals <= MAX_DECIMALS)) {
    throw new FailureError("bad-input", {
      option: "--decimals",
      text: values.decimals ?? "",
      expected: `0 … ${MAX_DECIMALS}`,
    });
  }
  return planeCosts(demand, candidates, decimals, within);
}

function formatAssignment(
  problem: PlacementProblem,
  found: Found,
  demand: PlacePoints,
  candidates: PlacePoints,
): string {
  const { sites, costs } = assignDemand(problem, found.sites);
  const perUnit = problem.rows.perUnit ?? 1;
  const rows = demand.names.map((name, i) => [
    name,
    sites[i] < 0 ? null : candidates.names[sites[i]],
    sites[i] < 0 ? null : costs[i] / perUnit,
  ]);
  return formatCsv(["demand", "site", "cost"], rows);
}
