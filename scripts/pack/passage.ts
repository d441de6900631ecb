import { listCommunesOn, type Movement, moveCodes } from "./cog-movements.ts";

/** One old code to one code of today. A split has several lines; `keeper` is the one that inherits what cannot be divided. */
export interface PassageRow {
  readonly oldCode: string;
  readonly newCode: string;
  /** Communes of today the old code leads to. */
  readonly parts: number;
  readonly keeper: boolean;
}

/**
 * The table that moves a file of a given day to today's communes. In a split the keeper is the commune that kept the
 * code (its seat is where APL places people), else the most populated.
 */
export function buildPassage(
  today: ReadonlyMap<string, number>,
  movements: readonly Movement[],
  day: string,
): readonly PassageRow[] {
  const old = [...listCommunesOn(today.keys(), movements, day)].sort();
  const rows: PassageRow[] = [];
  for (const [oldCode, news] of moveCodes(old, movements, day)) {
    const keeper = pickKeeper(oldCode, news, today);
    for (const newCode of news) rows.push({ oldCode, newCode, parts: news.length, keeper: newCode === keeper });
  }
  return rows;
}

function pickKeeper(oldCode: string, news: readonly string[], today: ReadonlyMap<string, number>): string {
  if (news.includes(oldCode)) return oldCode;
  return news.reduce((best, code) => ((today.get(code) ?? 0) > (today.get(best) ?? 0) ? code : best));
}
