import { buildNeighbours, type Neighbours } from "../core/spatial/neighbours.ts";
import { fault, findColumn, getColumn, idCell, quantityCell, readTable, type TableHeader } from "./read-table.ts";

export interface SpatialWorld {
  readonly ids: readonly string[];
  readonly values: Float64Array;
  /** Weights as in the file, 1 where it has none; a weight of 0 is no link. */
  readonly neighbours: Neighbours;
  readonly hasWeights: boolean;
}

/**
 * Reads `id,value` and `id,neighbour[,weight]`. Fails with `bad-input` naming file, row and column: an id empty, unknown or
 * given twice, a value that is no number, a weight that is no number or negative, a pair given twice, a unit its own
 * neighbour.
 */
export async function readSpatialWorld(valuesFile: string, neighboursFile: string): Promise<SpatialWorld> {
  const { ids, values } = await readSpatialValues(valuesFile);
  return { ids, values, ...(await readNeighbours(neighboursFile, ids)) };
}

/** Reads `id,value`, with the same failures. */
export async function readSpatialValues(file: string): Promise<Pick<SpatialWorld, "ids" | "values">> {
  const rowOf = new Map<string, number>();
  const values: number[] = [];
  await readTable(file, (header) => {
    const idAt = getColumn(header, "id");
    const valueAt = getColumn(header, "value");
    return (cells, row) => {
      const id = idCell(header, cells, idAt, row);
      const before = rowOf.get(id);
      if (before !== undefined) throw fault(header, row, "id", `${id} again, first in row ${before}`);
      rowOf.set(id, row);
      values.push(numberCell(header, cells, valueAt, row));
    };
  });
  return { ids: [...rowOf.keys()], values: Float64Array.from(values) };
}

async function readNeighbours(file: string, ids: readonly string[]) {
  const unitOf = new Map(ids.map((id, unit) => [id, unit]));
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  const rowOf = new Map<number, number>();
  let hasWeights = false;
  await readTable(file, (header) => {
    const idAt = getColumn(header, "id");
    const neighbourAt = getColumn(header, "neighbour");
    const weightAt = findColumn(header, "weight");
    hasWeights = weightAt >= 0;
    const unitCell = (cells: readonly string[], at: number, row: number) => {
      const id = idCell(header, cells, at, row);
      const unit = unitOf.get(id);
      if (unit === undefined) throw fault(header, row, header.names[at], `unknown id ${id}`);
      return unit;
    };
    return (cells, row) => {
      const unit = unitCell(cells, idAt, row);
      const neighbour = unitCell(cells, neighbourAt, row);
      if (unit === neighbour) throw fault(header, row, "neighbour", `${ids[unit]} is its own neighbour`);
      const pair = unit * ids.length + neighbour;
      const before = rowOf.get(pair);
      if (before !== undefined) throw fault(header, row, "id,neighbour", `the pair of row ${before} again`);
      rowOf.set(pair, row);
      from.push(unit);
      to.push(neighbour);
      weights.push(hasWeights ? quantityCell(header, cells, weightAt, row) : 1);
    };
  });
  const links = { from: Uint32Array.from(from), to: Uint32Array.from(to), weights: Float64Array.from(weights) };
  return { neighbours: buildNeighbours(links, ids.length), hasWeights };
}

/** A finite number of any sign. */
function numberCell(header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const value = Number(cells[at]);
  if (cells[at].trim() !== "" && Number.isFinite(value)) return value;
  throw fault(header, row, header.names[at], `not a number (${JSON.stringify(cells[at])})`);
}
