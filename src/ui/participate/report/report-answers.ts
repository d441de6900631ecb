import type { ReportDraft } from "../../../app/contributions/board.ts";
import type { Place, Places } from "../../../app/places.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { cleanText } from "../../../core/contributions/privacy/clean-text.ts";
import { coarsePlace } from "../../../core/contributions/privacy/coarse-place.ts";
import { type PersonalMention, screenText } from "../../../core/contributions/privacy/screen-text.ts";
import type { DELAYS, DISTANCES, ReportKind } from "../../../core/contributions/record-types.ts";
import { PROFESSIONS, type Profession } from "../../../core/professions.ts";
import { formatTerritory } from "../../../core/territory.ts";

const MONTHS_BACK = 18;

/** What somebody has answered so far. */
export interface ReportAnswers {
  readonly kind: ReportKind | null;
  /** INSEE code. */
  readonly commune: string | null;
  readonly profession: Profession;
  readonly month: string;
  readonly delay: (typeof DELAYS)[number] | null;
  readonly distance: (typeof DISTANCES)[number] | null;
  readonly text: string;
}

export interface CoarsePlace {
  readonly commune: Place;
  /** The place told: the commune, or what it lies in. */
  readonly place: Place;
}

export function startAnswers(commune: string | null, profession: Profession, now: Date): ReportAnswers {
  const known = PROFESSIONS.includes(profession) ? profession : PROFESSIONS[0];
  return { kind: null, commune, profession: known, month: listMonths(now)[0], delay: null, distance: null, text: "" };
}

/** The commune when it is large enough, else the first territory around it that is; null for an unknown code. */
export function coarsen(code: string | null, places: Places | undefined): CoarsePlace | null {
  if (code === null || places === undefined) return null;
  const chain = places.lineage({ kind: "commune", code });
  const commune = chain.at(-1);
  if (commune?.kind !== "commune") return null;
  const outwards = chain.toReversed().map((place) => ({ place, people: place.population }));
  return { commune, place: coarsePlace(outwards)?.place ?? commune };
}

/** What leaves, and nothing else; null as long as an answer is missing. */
export function draftReport(answers: ReportAnswers, places: Places | undefined): ReportDraft | null {
  const { kind, profession, month, delay, distance } = answers;
  const where = coarsen(answers.commune, places);
  if (kind === null || where === null) return null;
  const text = typedText(answers.text);
  return {
    kind,
    profession,
    scope: formatTerritory(where.place),
    month,
    ...(delay === null ? {} : { delay }),
    ...(distance === null ? {} : { distance }),
    ...(text === "" ? {} : { text }),
  };
}

/** What a text tells of somebody, with the words that do. */
export function findPersonal(text: string): readonly (PersonalMention & { readonly words: string })[] {
  const clean = typedText(text);
  return screenText(clean).map((mention) => ({ ...mention, words: clean.slice(mention.start, mention.end) }));
}

/** What somebody typed as a record takes it, cut to what its field holds. */
export function typedText(text: string, longest: number = LONGEST_TEXT): string {
  return cleanText(text)
    .slice(0, longest)
    .replaceAll(/\p{Surrogate}/gu, "");
}

/** Months one may speak of, the latest first: `2026-11`. */
export function listMonths(now: Date): readonly string[] {
  const first = now.getFullYear() * 12 + now.getMonth();
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const month = first - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}
