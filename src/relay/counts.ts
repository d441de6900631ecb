import { addMonths } from "../core/contributions/calendar.ts";
import * as is from "../core/contributions/checks.ts";
import {
  type Cell,
  FEWEST,
  ROUND_TO,
  releasePeriod,
  type SmallNumberRule,
  sumPublished,
} from "../core/contributions/privacy/small-numbers.ts";
import { REPORT_KINDS } from "../core/contributions/record-types.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { PROFESSIONS } from "../core/professions.ts";
import { AnswerError } from "./answers.ts";
import { type RelayContext, today } from "./context.ts";
import type { IntakeReport } from "./intake-store.ts";

const RULE: SmallNumberRule = { fewest: FEWEST, roundTo: ROUND_TO };
const FIRST_MONTH = "2026-01";
/**
 * What may be told of the reports received in a month and published by a moderator: départements × professions × kinds, one
 * grid for everybody, so that no filter or difference finds a cell. A month is told from the second one after it, once: what a
 * moderator publishes later, or an author withdraws, changes nothing. Throws `malformed`, `not_found` for a month that is not over.
 */
export async function tellMonth(space: string, month: string, context: RelayContext) {
  if (!is.month(month) || month < FIRST_MONTH) throw new AnswerError("malformed", "month");
  const [start, end, told] = [0, 1, 2].map((months) => addMonths(`${month}-01`, months));
  if (today(context) < told) throw new AnswerError("not_found", "month");
  const { store, territories } = context;
  const kept = await store.release(space, month);
  if (kept !== null) return JSON.parse(kept);
  const reports = await store.publishedReports(space, start, end);
  const cells = releasePeriod(new Map(), month, countCells(reports, territories), RULE).get(month)!;
  const release = { space, month, territories: territories.release, rule: RULE, cells, reporters: sumPublished(cells) };
  return JSON.parse(await store.saveRelease(space, month, JSON.stringify(release)));
}

/** Every cell of the grid, empty ones included; a report about more than one département is in none. */
function countCells(reports: readonly IntakeReport[], tree: TerritoryTree): readonly Cell[] {
  const counts = new Map<string, number>();
  for (const { payload, scope } of reports) {
    const { profession, kind } = JSON.parse(payload);
    const departement = findDepartement(tree, scope);
    if (departement === null) continue;
    const name = `${departement} ${profession} ${kind}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const departements = Array.from(tree.parents.keys()).filter((scope) => scope.startsWith("dep:"));
  return departements.flatMap((unit) =>
    PROFESSIONS.flatMap((profession) =>
      REPORT_KINDS.map((kind) => {
        const key = `${profession} ${kind}`;
        return { unit, parent: tree.parents.get(unit)?.[0] ?? "fr", key, reporters: counts.get(`${unit} ${key}`) ?? 0 };
      }),
    ),
  );
}

function findDepartement(tree: TerritoryTree, scope: string): string | null {
  const seen = new Set([scope]);
  for (const one of seen) for (const parent of tree.parents.get(one) ?? []) seen.add(parent);
  const found = Array.from(seen).filter((one) => one.startsWith("dep:"));
  return found.length === 1 ? found[0] : null;
}
