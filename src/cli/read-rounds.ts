import type { TravelTable } from "../core/access/travel-table.ts";
import { FailureError } from "../core/failure.ts";
import { impossible } from "../core/placement/problem.ts";
import type { RoundOffer, RoundsProblem } from "../core/rounds/problem.ts";
import { allDays, type Period, patternsOf, type Rhythm } from "../core/rounds/rhythm.ts";
import { fault, findColumn, getColumn, idCell, quantityCell, readTable, type TableHeader } from "./read-table.ts";
import { readTimesFile } from "./read-times-file.ts";

/** Stops of a file: a row is an offer, rows of the same id are other ways of serving the same stop. */
export interface RoundStops {
  readonly ids: readonly string[];
  /** NaN where the file gives none. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly offers: readonly RoundOffer[];
  /** Rhythm of each offer as written. */
  readonly rhythms: readonly string[];
}

const RHYTHMS = ["weekly", "fortnightly", "monthly"] as const;

/**
 * Reads id, reward, service_minutes and, where they are there, frequency (1 by default), days (1 3 5: allowed days of the
 * period), demand, minimum_minutes, lon, lat.
 */
export async function readStops(file: string, period: Period): Promise<RoundStops> {
  const ids = new Map<string, number>();
  const places: { lon: number; lat: number }[] = [];
  const offers: RoundOffer[] = [];
  const rhythms: string[] = [];
  const seen = new Set<string>();
  await readTable(file, (header) => {
    const [id, reward, service] = ["id", "reward", "service_minutes"].map((name) => getColumn(header, name));
    const [frequency, days, demand, minimum] = ["frequency", "days", "demand", "minimum_minutes"].map((name) =>
      findColumn(header, name),
    );
    const readPoint = pointReader(header);
    return (cells, row) => {
      const name = idCell(header, cells, id, row);
      const rhythm = frequency < 0 || cells[frequency] === "" ? "1" : cells[frequency];
      const key = `${name} ${rhythm}`;
      if (seen.has(key))
        throw fault(header, row, "id", `${JSON.stringify(name)} is given twice with the same frequency`);
      seen.add(key);
      const place = ids.get(name) ?? ids.size;
      ids.set(name, place);
      places[place] = readPoint(cells, row);
      const serviceMinutes = quantityCell(header, cells, service, row);
      const least = minimum < 0 || cells[minimum] === "" ? 0 : quantityCell(header, cells, minimum, row);
      if (least > serviceMinutes) {
        throw fault(
          header,
          row,
          "minimum_minutes",
          `a minimum of ${least} min is more than the ${serviceMinutes} of service`,
        );
      }
      const allowed = days < 0 ? allDays(period.days) : daysCell(header, cells, days, row, period.days);
      offers.push({
        place,
        reward: quantityCell(header, cells, reward, row),
        serviceMinutes,
        demand: demand < 0 ? 0 : quantityCell(header, cells, demand, row),
        patterns: patternsOf(readRhythm(header, cells, frequency, row, rhythm), period, allowed, name),
      });
      rhythms.push(rhythm);
    };
  });
  if (ids.size === 0) throw fault({ file, names: ["id"] }, 2, "id", "no rows");
  return {
    ids: [...ids.keys()],
    lon: Float64Array.from(places, ({ lon }) => lon),
    lat: Float64Array.from(places, ({ lat }) => lat),
    offers,
    rhythms,
  };
}

function readRhythm(header: TableHeader, cells: readonly string[], at: number, row: number, text: string): Rhythm {
  const named = RHYTHMS.find((rhythm) => rhythm === text);
  if (named) return named;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  const problem = `a frequency is 1, 2, … visits or ${RHYTHMS.join(", ")}, not ${JSON.stringify(cells[at])}`;
  throw fault(header, row, "frequency", problem);
}

/** « 1 3 5 », days of the period from 1; empty: all. */
function daysCell(header: TableHeader, cells: readonly string[], at: number, row: number, days: number): number {
  const words = cells[at].split(/[ ;]+/).filter((word) => word !== "");
  if (words.length === 0) return allDays(days);
  let mask = 0;
  for (const word of words) {
    const day = Number(word);
    if (!(Number.isInteger(day) && day >= 1 && day <= days)) {
      throw fault(header, row, "days", `days are 1 … ${days} with spaces between, not ${JSON.stringify(word)}`);
    }
    mask |= 1 << (day - 1);
  }
  return mask;
}

/** The only row of a depot file. */
export async function readDepot(
  file: string,
): Promise<{ readonly id: string; readonly lon: number; readonly lat: number }> {
  const depots: { id: string; lon: number; lat: number }[] = [];
  await readTable(file, (header) => {
    const id = getColumn(header, "id");
    const readPoint = pointReader(header);
    return (cells, row) => {
      if (depots.length === 1) throw fault(header, row, "id", "a second depot; there is one");
      depots.push({ id: idCell(header, cells, id, row), ...readPoint(cells, row) });
    };
  });
  if (depots.length === 0) throw fault({ file, names: ["id"] }, 2, "id", "no rows");
  return depots[0];
}

function pointReader(header: TableHeader) {
  const [lon, lat] = [findColumn(header, "lon"), findColumn(header, "lat")];
  const read = (cells: readonly string[], at: number, row: number, most: number) => {
    const value = at < 0 || cells[at] === "" ? Number.NaN : Number(cells[at]);
    if (at >= 0 && cells[at] !== "" && !(Math.abs(value) <= most)) {
      throw fault(header, row, header.names[at], `not degrees (${JSON.stringify(cells[at])})`);
    }
    return value;
  };
  return (cells: readonly string[], row: number) => ({
    lon: read(cells, lon, row, 180),
    lat: read(cells, lat, row, 90),
  });
}

/** Legs of a table of times between the depot and stops; a pair that is not listed is no way, a place is 0 from itself. */
export async function readLegs(
  file: string,
  depot: string,
  ids: readonly string[],
): Promise<Pick<RoundsProblem, "out" | "between" | "back">> {
  const index = new Map(ids.map((id, k) => [id, k]));
  if (index.has(depot)) throw impossible(`the depot ${depot} is among the stops: give it an id of its own`);
  index.set(depot, ids.length);
  return legsOf(await readTimesFile(file, index, index), ids.length);
}

/** Legs of a square table whose last row and column are the depot. */
function legsOf(table: TravelTable, places: number): Pick<RoundsProblem, "out" | "between" | "back"> {
  const none = Number.POSITIVE_INFINITY;
  const out = new Float64Array(places).fill(none);
  const back = out.slice();
  const between = new Float64Array(places * places).fill(none);
  for (let i = 0; i <= places; i++) {
    for (let k = table.offsets[i]; k < table.offsets[i + 1]; k++) {
      const j = table.targets[k];
      if (i === places && j < places) out[j] = table.minutes[k];
      else if (i < places && j === places) back[i] = table.minutes[k];
      else if (i < places) between[i * places + j] = table.minutes[k];
    }
  }
  for (let p = 0; p < places; p++) between[p * places + p] = 0;
  return { out, between, back };
}

/** Throws `bad-input` when a place of the map has no point. */
export function assertPoints(option: string, ids: readonly string[], lon: ArrayLike<number>): void {
  const missing = ids.find((_, k) => Number.isNaN(lon[k]));
  if (missing === undefined) return;
  throw new FailureError("bad-input", {
    option,
    text: missing,
    expected: "columns lon and lat in --stops and --depot",
  });
}
