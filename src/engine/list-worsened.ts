import type { WorsenedArea } from "../core/participation/suggest-agenda.ts";
import { type Profession, SERIES, type Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { AccessSources } from "./describe-access.ts";
import { listRows, pickRows } from "./territory-rows.ts";
import { thresholdOf } from "./unit-column.ts";

export interface WorsenedQuestion {
  readonly territory: Territory;
  readonly profession: Profession;
  /** null: that of the profession. */
  readonly threshold: number | null;
}

export interface WorsenedAnswer {
  readonly question: WorsenedQuestion;
  /** The last two editions of the profession. */
  readonly from: Series;
  readonly to: Series;
  readonly threshold: number;
  /** Where most is lost first, people × loss; at most ten. */
  readonly areas: readonly WorsenedArea[];
  /** Areas that lost, and gained or stayed; people of those that lost. */
  readonly lost: number;
  readonly others: number;
  readonly people: number;
}

const MOST_LISTED = 10;

/** Communes whose published access fell between the last two editions. Throws `unknown-territory`, `cancelled`. */
export async function listWorsened(
  { frame, series }: AccessSources,
  question: WorsenedQuestion,
  run: Run,
): Promise<WorsenedAnswer> {
  const rows = listRows(frame, question.territory);
  const [to, from] = SERIES.filter((one) => one.profession === question.profession && one.ages === "all");
  const [now, then] = [await series(to), await series(from)];
  await breathe(run);
  const threshold = question.threshold ?? thresholdOf(frame, to, now);
  const [after, before, people] = [pickRows(now.values, rows), pickRows(then.values, rows), pickRows(now.people, rows)];
  const known = Array.from(rows.units.keys()).filter(
    (i) => rows.counted[i] === 1 && people[i] > 0 && !Number.isNaN(after[i]) && !Number.isNaN(before[i]),
  );
  const lost = known.filter((i) => after[i] < before[i]);
  const loss = (i: number) => people[i] * (before[i] - after[i]);
  return {
    question,
    from,
    to,
    threshold,
    areas: lost
      .toSorted((a, b) => loss(b) - loss(a) || a - b)
      .slice(0, MOST_LISTED)
      .map((i) => ({
        code: rows.codes[i],
        name: rows.names[i],
        people: people[i],
        before: before[i],
        after: after[i],
        isNewlyUnder: after[i] < threshold && before[i] >= threshold,
      })),
    lost: lost.length,
    others: known.length - lost.length,
    people: lost.reduce((sum, i) => sum + people[i], 0),
  };
}
