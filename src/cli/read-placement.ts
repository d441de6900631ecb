import { buildTravelTable, type TravelTable } from "../core/access/travel-table.ts";
import { FailureError } from "../core/failure.ts";
import { buildCostRows, type CostRows } from "../core/placement/cost-rows.ts";
import { euclideanRows, MOST_PAIRS, type PlanePoints } from "../core/placement/euclidean-rows.ts";
import { fault, findColumn, getColumn, idCell, quantityCell, readTable, type TableHeader } from "./read-table.ts";

/** Points of a table: who is to be served, or where a site may open. Columns that are not in the file are null. */
export interface PlacePoints {
  readonly file: string;
  readonly ids: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly points: PlanePoints | null;
  /** `weight` of demand, `weighted_demand` of candidates. */
  readonly weights: Float64Array | null;
  readonly access: Float64Array | null;
  /** People a candidate takes. */
  readonly capacities: Float64Array | null;
}

/** Reads id and the columns of numbers that are there; `needed` must be. */
export async function readPoints(
  file: string,
  weight: "weight" | "weighted_demand",
  needed: readonly string[],
): Promise<PlacePoints> {
  const ids = new Map<string, number>();
  const columns: Record<string, number[]> = { [weight]: [], access: [], capacity: [], x: [], y: [] };
  await readTable(file, (header) => {
    const id = getColumn(header, "id");
    for (const name of needed) getColumn(header, name);
    const found = Object.entries(columns).map(([name, values]) => ({ name, values, at: findColumn(header, name) }));
    for (const { name, at } of found) if (at < 0) delete columns[name];
    return (cells, row) => {
      const point = idCell(header, cells, id, row);
      if (ids.has(point)) throw fault(header, row, "id", `${JSON.stringify(point)} is given twice`);
      ids.set(point, ids.size);
      for (const { name, values, at } of found) {
        if (at < 0) continue;
        const isPlace = name === "x" || name === "y";
        values.push(isPlace ? numberCell(header, cells, at, row) : quantityCell(header, cells, at, row));
      }
    };
  });
  if (ids.size === 0) throw fault({ file, names: ["id"] }, 2, "id", "no rows");
  const column = (name: string) => (columns[name] ? Float64Array.from(columns[name]) : null);
  const [x, y] = [column("x"), column("y")];
  const points = x && y ? { x, y } : null;
  return {
    file,
    ids,
    names: [...ids.keys()],
    points,
    weights: column(weight),
    access: column("access"),
    capacities: column("capacity"),
  };
}

/** A finite number of any sign. Fails with `bad-input` otherwise. */
function numberCell(header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const value = cells[at].trim() === "" ? Number.NaN : Number(cells[at]);
  if (Number.isFinite(value)) return value;
  throw fault(header, row, header.names[at], `not a number (${JSON.stringify(cells[at])})`);
}

/** Costs of a table (demand, candidate, cost): pairs that are not in it cannot serve. */
export async function readCosts(file: string, demand: PlacePoints, candidates: PlacePoints): Promise<CostRows> {
  const table = await readPairs(file, ["demand", "candidate", "cost"], demand, candidates);
  const demands = new Uint32Array(table.targets.length);
  for (let i = 0; i < table.origins; i++) demands.fill(i, table.offsets[i], table.offsets[i + 1]);
  return buildCostRows({ demands, candidates: table.targets, costs: table.minutes }, table.origins, table.destinations);
}

/** Weights of a table (origin, site, weight), in the shape of a table of times. */
export async function readWeights(file: string, origins: PlacePoints, sites: PlacePoints): Promise<TravelTable> {
  return readPairs(file, ["origin", "site", "weight"], origins, sites);
}

/** Straight-line costs; a candidate without a place of its own stands where the demand point of its name is. */
export function planeCosts(
  demand: PlacePoints,
  candidates: PlacePoints,
  decimals: number | null,
  within: number,
): CostRows {
  const from = placesOf(demand, null);
  return euclideanRows(from, placesOf(candidates, demand), { decimals, within, mostPairs: MOST_PAIRS });
}

function placesOf(points: PlacePoints, others: PlacePoints | null): PlanePoints {
  if (points.points) return points.points;
  const at = others?.points ? points.names.map((name) => others.ids.get(name)) : [];
  const missing = at.indexOf(undefined);
  if (!others?.points || missing >= 0) {
    throw fault({ file: points.file, names: [] }, 1, "x,y", "needed where there is no --costs");
  }
  const { x, y } = others.points;
  return { x: Float64Array.from(at, (i) => x[i ?? 0]), y: Float64Array.from(at, (i) => y[i ?? 0]) };
}

async function readPairs(
  file: string,
  names: readonly [string, string, string],
  from: PlacePoints,
  to: PlacePoints,
): Promise<TravelTable> {
  const origins: number[] = [];
  const destinations: number[] = [];
  const values: number[] = [];
  const rows: number[] = [];
  await readTable(file, (header) => {
    const [origin, destination, value] = names.map((name) => getColumn(header, name));
    return (cells, row) => {
      origins.push(indexOf(from, header, cells, origin, row));
      destinations.push(indexOf(to, header, cells, destination, row));
      values.push(quantityCell(header, cells, value, row));
      rows.push(row);
    };
  });
  const pairs = {
    origins: Uint32Array.from(origins),
    destinations: Uint32Array.from(destinations),
    minutes: Float64Array.from(values),
  };
  const source = { file, rows: Float64Array.from(rows) };
  try {
    return buildTravelTable(pairs, from.ids.size, to.ids.size, source);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    throw new FailureError("bad-input", { ...error.failure.params, column: `${names[0]},${names[1]}` });
  }
}

function indexOf(points: PlacePoints, header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const index = points.ids.get(cells[at]);
  if (index !== undefined) return index;
  throw fault(header, row, header.names[at], `${JSON.stringify(cells[at])} is not in ${points.file}`);
}
