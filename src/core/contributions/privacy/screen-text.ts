export const PERSONAL_KINDS = ["email", "phone", "nir", "birth-date", "address", "name", "health"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A stretch of a text that tells who somebody is, or their health. Offsets in UTF-16 units. */
export interface PersonalMention {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

const GAP = "[ .\\u00a0\\u202f-]?";
const CAPITAL = "\\p{Lu}[\\p{L}'’-]+";
const ILLNESS =
  "cancers?|tumeurs?|diab[èe]t\\p{L}*|[ée]pilep\\p{L}*|s[ée]ropositi\\p{L}*|vih|sida|d[ée]pressi\\p{L}*|bipolaires?|" +
  "schizophr\\p{L}*|parkinson|alzheimer|scl[ée]rose|enceintes?|grossesse|ivg|leuc[ée]mies?|endom[ée]triose|h[ée]patites?|" +
  "alcooli\\p{L}*|asthm\\p{L}*|handicap\\p{L}*|dialys\\p{L}*|chimioth[ée]rapie|avc|infarctus";

/**
 * Patterns for the French of reports. They stop mistakes before they are sent, not those who want around them, and the
 * moderator still reads: a name alone, without a title or a « je m'appelle », passes.
 */
const PATTERNS: Readonly<Record<PersonalKind, readonly RegExp[]>> = {
  email: [
    /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\sarobase\s)\s?[\p{L}\d-]+(?:(?:\.|\s?\(dot\)\s?|\spoint\s)[\p{L}\d-]+)+/giu,
  ],
  phone: [new RegExp(`(?<![\\d.])(?:(?:\\+|00)33${GAP}(?:\\(0\\))?|0)${GAP}[1-9](?:${GAP}\\d\\d){4}(?!\\d)`, "gu")],
  nir: [
    new RegExp(
      `(?<!\\d)[1278]${GAP}\\d\\d${GAP}(?:0[1-9]|[1-9]\\d)${GAP}(?:\\d\\d|2[AB])${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d\\d)?(?!\\d)`,
      "giu",
    ),
  ],
  "birth-date": [/\bn[ée]e?s? le \d{1,2}(?:er)?[ /.-](?:\d{1,2}|\p{L}+)[ /.-]\d{2,4}/giu],
  address: [
    /(?<!\d)\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|all[ée]e|route|quai)\s+\p{L}/giu,
  ],
  name: [
    new RegExp(
      `(?<!\\p{L})(?:M\\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteure?|Pr|Professeure?)\\s+${CAPITAL}`,
      "gu",
    ),
    new RegExp(
      `(?<!\\p{L})(?:[Jj]e m['’]appelle|[Mm]on nom est|[Jj]e suis (?=${CAPITAL}\\s+${CAPITAL}))\\s*${CAPITAL}`,
      "gu",
    ),
  ],
  health: [
    /(?<!\p{L})(?:je suis|suis|est|il est|elle est) (?:atteinte?|malade|porteu(?:r|se)|suivie? pour|trait[ée]e? pour|soign[ée]e? pour)(?!\p{L})/giu,
    new RegExp(
      `(?<!\\p{L})(?:mon|ma|mes|j['’]ai(?: eu)?(?: une?| des| le| la| du)?|je suis|je souffre (?:de |d['’])(?:la |l['’]|une? )?)\\s*(?:${ILLNESS})(?!\\p{L})`,
      "giu",
    ),
    /(?<!\p{L})(?:je souffre|on m['’]a diagnostiqu[ée]|diagnostic de|ma maladie|mon traitement|mes m[ée]dicaments)(?!\p{L})/giu,
  ],
};

/** Mentions in order of place; a report with one is not sent before its author has changed it. */
export function screenText(text: string): readonly PersonalMention[] {
  const mentions: PersonalMention[] = [];
  for (const kind of PERSONAL_KINDS) {
    for (const pattern of PATTERNS[kind]) {
      for (const match of text.matchAll(pattern)) {
        mentions.push({ kind, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}
