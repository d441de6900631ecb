import { buildTravelTable, type TravelPairs } from "../core/access/travel-table.ts";
import { FailureError } from "../core/failure.ts";
import { indexIds, readCsvColumns } from "../core/travel/csv-columns.ts";
import type { NamedText } from "../core/travel/table-network.ts";
import { readOsrmTable, readTimesTable } from "../core/travel/times-table.ts";
import type { BroughtTimes } from "../engine/brought-times.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import type { ImportedTimes, TableRows } from "./roads-protocol.ts";

/** Times of a table `origin,destination,minutes` by commune code. Throws `bad-input` naming file, row and column. */
export function importTimes(file: NamedText, points: CommunePoints): ImportedTimes {
  const codes = new Map(points.codes.map((code, i) => [code, i]));
  return keepSquare(file.name, readTimesTable(file, codes, codes), points.units);
}

/**
 * Times of an OSRM `table` answer whose sources and destinations are the communes of a list (CSV, column `id` or `code`).
 * Throws `bad-input` naming file, row and column.
 */
export function importOsrm(file: NamedText, list: NamedText, points: CommunePoints): ImportedTimes {
  const codes = new Map(points.codes.map((code, i) => [code, i]));
  const column = /^\ufeff?[^\r\n]*\bid\b/.test(list.text) ? "id" : "code";
  const table = readCsvColumns(list.text, list.name, [column]);
  indexIds(table, column);
  const places = Uint32Array.from(table.columns[column], (text, row) => {
    const place = codes.get(text);
    if (place !== undefined) return place;
    throw new FailureError("bad-input", { file: list.name, row: row + 2, column, text, reason: "unknown id" });
  });
  const pairs = readOsrmTable(file, places.length, places.length);
  const named = {
    origins: pairs.origins.map((i) => places[i]),
    destinations: pairs.destinations.map((i) => places[i]),
    minutes: pairs.minutes,
  };
  return keepSquare(file.name, named, points.units);
}

/**
 * Brought times among the communes that are both an origin and a destination: of the others a missing pair would say nothing.
 * A commune is no minutes from itself unless the table says otherwise. Throws `bad-input` when nothing is left.
 */
function keepSquare(name: string, pairs: TravelPairs, units: Uint16Array): ImportedTimes {
  const isOrigin = new Uint8Array(units.length);
  const isDestination = new Uint8Array(units.length);
  for (const i of pairs.origins) isOrigin[i] = 1;
  for (const i of pairs.destinations) isDestination[i] = 1;
  const both = Array.from(units.keys()).filter((i) => isOrigin[i] + isDestination[i] === 2);
  if (both.length < 2) throw new FailureError("bad-input", { file: name, reason: "no pair of communes both ways" });
  const position = new Int32Array(units.length).fill(-1);
  both.forEach((i, k) => {
    position[i] = k;
  });
  const kept = Array.from(pairs.minutes.keys()).filter(
    (p) => position[pairs.origins[p]] >= 0 && position[pairs.destinations[p]] >= 0,
  );
  const isListed = new Uint8Array(both.length);
  for (const p of kept) if (pairs.origins[p] === pairs.destinations[p]) isListed[position[pairs.origins[p]]] = 1;
  const selves = Array.from(both.keys()).filter((k) => isListed[k] === 0);
  const table = buildTravelTable(
    {
      origins: Uint32Array.from([...kept.map((p) => position[pairs.origins[p]]), ...selves]),
      destinations: Uint32Array.from([...kept.map((p) => position[pairs.destinations[p]]), ...selves]),
      minutes: Float64Array.from([...kept.map((p) => pairs.minutes[p]), ...selves.map(() => 0)]),
    },
    both.length,
    both.length,
    { file: name },
  );
  const { offsets, targets, minutes } = table;
  const limitMinutes = minutes.reduce((a, b) => Math.max(a, b), 0);
  const covered = Uint16Array.from(both, (i) => units[i]);
  const oneWay = Array.from(units.keys()).filter((i) => isOrigin[i] + isDestination[i] === 1).length;
  return { times: { name, kind: "table", units: covered, offsets, targets, minutes, limitMinutes }, oneWay };
}

/** Brought times from rows computed in any order of chunks, given in theirs. */
export function joinRows(
  name: string,
  units: Uint16Array,
  limitMinutes: number,
  chunks: readonly TableRows[],
): BroughtTimes {
  const offsets = new Uint32Array(units.length + 1);
  const total = chunks.reduce((sum, { targets }) => sum + targets.length, 0);
  const targets = new Uint32Array(total);
  const minutes = new Float64Array(total);
  let row = 0;
  let at = 0;
  for (const chunk of chunks) {
    targets.set(chunk.targets, at);
    minutes.set(chunk.minutes, at);
    for (const count of chunk.counts) {
      at += count;
      offsets[++row] = at;
    }
  }
  return { name, kind: "road", units, offsets, targets, minutes, limitMinutes };
}
