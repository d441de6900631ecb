import { capSupply, supplyOfActs } from "../core/access/activity.ts";
import type { AccessPreset } from "../core/access/presets.ts";
import {
  type AgeWeight,
  ageColumn,
  parseAgeColumn,
  standardiseDemand,
  widenAgeWeights,
} from "../core/access/standardised-demand.ts";
import type { AccessWorld } from "../core/access/world.ts";
import { fault, findColumn, getColumn, idCell, quantityCell, readTable, type TableHeader } from "./read-table.ts";
import { readTimesFile } from "./read-times-file.ts";

export interface AccessFiles {
  /** CSV id and demand, or people by age band. */
  readonly origins: string;
  /** CSV id and supply; or, with a preset, id and acts, one row per practitioner. */
  readonly destinations: string;
  /** CSV or Parquet: origin, destination, minutes. */
  readonly times: string;
  readonly demandColumn: string | null;
  readonly needsDemand: boolean;
  readonly rescaleDemand: boolean;
  readonly cap: number | null;
  readonly preset: AccessPreset | null;
}

interface ReadWorld {
  /** Of origins, in the order of their file. */
  readonly ids: readonly string[];
  readonly world: AccessWorld;
  /** What was done to the input, for a reader. */
  readonly notes: readonly string[];
}

/**
 * Reads the three tables of an access computation. Fails with `bad-input` naming file, row and column on a missing
 * column, an id given twice or unknown, a quantity that is not a number or negative, a pair given twice, an empty file.
 */
export async function readAccessWorld(files: AccessFiles): Promise<ReadWorld> {
  const notes: string[] = [];
  const { ids, demand } = await readOrigins(files, notes);
  const sites = await readDestinations(files, notes);
  const table = await readTimesFile(files.times, ids, sites.ids);
  const supply = files.cap === null ? sites.supply : capSupply(sites.supply, files.cap);
  return { ids: [...ids.keys()], world: { table, demand, supply }, notes };
}

type Index = ReadonlyMap<string, number>;

async function readOrigins(files: AccessFiles, notes: string[]): Promise<{ ids: Index; demand: Float64Array }> {
  const ids = new Map<string, number>();
  let columns: readonly number[][] = [];
  let ages = null as readonly AgeWeight[] | null;
  await readTable(files.origins, (header) => {
    const id = getColumn(header, "id");
    ages = chooseAges(header, files);
    const at = ages ? ageColumns(header).map(({ at }) => at) : [demandColumn(header, files)];
    columns = at.map(() => []);
    return (cells, row) => {
      addId(ids, header, idCell(header, cells, id, row), row);
      at.forEach((column, k) => {
        columns[k].push(column < 0 ? 0 : quantityCell(header, cells, column, row));
      });
    };
  });
  assertRows(ids, files.origins);
  const bands = columns.map((column) => Float64Array.from(column));
  if (!ages) return { ids, demand: bands[0] };
  const rescaled = files.rescaleDemand ? ", rescaled to the number of people" : "";
  const widened = ages.length < (files.preset?.ages.value?.length ?? 0) ? ", their weights plain means" : "";
  notes.push(`demand standardised by age from ${bands.length} columns${widened}${rescaled}`);
  return { ids, demand: standardiseDemand(bands, ages, files.rescaleDemand) };
}

/**
 * The preset's age weights, for the bands of the file's own age columns, when it has any and no demand column was asked
 * for: plain means of the published weights where its bands are wider. Fails when the bands do not add up to every age.
 */
function chooseAges(header: TableHeader, { demandColumn, needsDemand, preset }: AccessFiles) {
  const ages = preset?.ages.value ?? null;
  const columns = ageColumns(header);
  if (!ages || columns.length === 0 || demandColumn !== null || !needsDemand) return null;
  const bands = columns.map(({ band }) => band);
  const weights = widenAgeWeights(ages, bands);
  if (weights) return weights;
  const expected = `${ageColumn(ages[0])}, … ${ageColumn(ages[ages.length - 1])}, or wider bands made of these`;
  throw fault(header, 1, bands.map(ageColumn).join(" "), `these bands do not cover every age once by ${expected}`);
}

/** Columns named after an age band, youngest first. */
function ageColumns(header: TableHeader) {
  const found = header.names.flatMap((name, at) => {
    const band = parseAgeColumn(name);
    return band ? [{ band, at }] : [];
  });
  return found.toSorted((a, b) => a.band.from - b.band.from);
}

function demandColumn(header: TableHeader, { demandColumn, needsDemand }: AccessFiles): number {
  if (demandColumn !== null) return getColumn(header, demandColumn);
  return needsDemand ? getColumn(header, "demand") : findColumn(header, "demand");
}

async function readDestinations(files: AccessFiles, notes: string[]): Promise<{ ids: Index; supply: Float64Array }> {
  const ids = new Map<string, number>();
  const supply: number[] = [];
  await readTable(files.destinations, (header) => {
    const id = getColumn(header, "id");
    const acts = findColumn(header, "acts");
    const rule = files.preset && findColumn(header, "supply") < 0 && acts >= 0 ? files.preset.activity.value : null;
    const at = rule ? acts : getColumn(header, "supply");
    if (rule) notes.push("supply from the acts of each practitioner, by the rule of the preset");
    return (cells, row) => {
      const site = idCell(header, cells, id, row);
      const quantity = quantityCell(header, cells, at, row);
      if (!rule || !ids.has(site)) addId(ids, header, site, row);
      const index = ids.get(site) ?? 0;
      supply[index] = (supply[index] ?? 0) + (rule ? supplyOfActs(rule, quantity) : quantity);
    };
  });
  assertRows(ids, files.destinations);
  return { ids, supply: Float64Array.from(supply) };
}

function addId(ids: Map<string, number>, header: TableHeader, id: string, row: number): void {
  if (ids.has(id)) throw fault(header, row, "id", `${JSON.stringify(id)} is given twice`);
  ids.set(id, ids.size);
}

function assertRows(ids: Index, file: string): void {
  if (ids.size === 0) throw fault({ file, names: ["id"] }, 2, "id", "no rows");
}
