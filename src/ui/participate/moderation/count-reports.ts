import type { ReceivedReport } from "../../../app/contributions/board.ts";
import type { Places } from "../../../app/places.ts";
import {
  type Cell,
  FEWEST,
  type PublishedCell,
  publishPeriod,
  ROUND_TO,
} from "../../../core/contributions/privacy/small-numbers.ts";
import { type BodyOf, REPORT_KINDS, type ReportKind } from "../../../core/contributions/record-types.ts";
import { PROFESSIONS, type Profession } from "../../../core/professions.ts";
import { formatTerritory, parseTerritory } from "../../../core/territory.ts";

/** What may be told of the reports of a month, and how many are in no figure. */
export interface MonthCounts {
  readonly told: readonly PublishedCell[];
  /** Reports in no cell told. */
  readonly untold: number;
}

/**
 * Counts by département × profession × difficulty: one grid for everybody, empty cells included, so that which cells there
 * are says nothing. A report is one reporter: that one person sent several is for the moderator to see.
 */
export function countReports(reports: readonly ReceivedReport[], month: string, places: Places): MonthCounts {
  const own = reports.filter(({ body }) => body.month === month);
  const counts = new Map<string, number>();
  for (const { body } of own) {
    const unit = departementOf(body.scope, places);
    if (unit === null) continue;
    const name = `${unit} ${body.profession} ${body.kind}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const cells: Cell[] = [];
  for (const { kind, code, parent } of places.file.territories) {
    if (kind !== "departement") continue;
    const unit = formatTerritory({ kind, code });
    const above = places.file.territories[parent];
    for (const profession of PROFESSIONS) {
      for (const difficulty of REPORT_KINDS) {
        const key = `${profession} ${difficulty}`;
        const reporters = counts.get(`${unit} ${key}`) ?? 0;
        cells.push({ unit, parent: above === undefined ? "fr" : formatTerritory(above), key, reporters });
      }
    }
  }
  const told = publishPeriod(cells, { fewest: FEWEST, roundTo: ROUND_TO });
  const units = new Set(told.flatMap(({ unit, key }) => (unit === null ? [] : `${unit} ${key}`)));
  const rests = new Set(told.flatMap(({ unit, parent, key }) => (unit === null ? `${parent} ${key}` : [])));
  const inTold = cells
    .filter(({ unit, parent, key }) => units.has(`${unit} ${key}`) || rests.has(`${parent} ${key}`))
    .reduce((sum, { reporters }) => sum + reporters, 0);
  return { told, untold: own.length - inTold };
}

/** The record of what is told. A count of a region is that of its départements not told one by one: there are no totals. */
export function aggregateBody({ told }: MonthCounts, month: string): BodyOf<"aggregate"> {
  return {
    release: releaseOf(month),
    cells: told.map(({ unit, parent, key, reporters }) => {
      const { profession, kind } = splitKey(key);
      return { scope: unit ?? parent, kind, profession, month, count: reporters };
    }),
  };
}

export function releaseOf(month: string): string {
  return `reports-${month}`;
}

export function splitKey(key: string): { readonly profession: Profession; readonly kind: ReportKind } {
  const [profession, kind] = key.split(" ");
  return { profession: profession as Profession, kind: kind as ReportKind };
}

/** Département of a scope; null for what lies in several, or in none. */
function departementOf(scope: string, places: Places): string | null {
  const found = places.lineage(parseTerritory(scope)).find(({ kind }) => kind === "departement");
  return found === undefined ? null : formatTerritory(found);
}
