import type { Places } from "../../../app/places.ts";
import { DELAYS, DISTANCES, REPORT_KINDS } from "../../../core/contributions/record-types.ts";
import { REPORT_COLUMNS, type ScopedPeople, type SheetRule } from "../../../core/participation/reports-csv.ts";
import { PROFESSIONS } from "../../../core/professions.ts";
import { formatTerritory } from "../../../core/territory.ts";
import { foldName } from "../../../core/text.ts";
import type { Texts } from "../../../i18n/fr.ts";

/** How the sheet of a workshop is read: the words of the paper form stand for the values of records. */
export function workshopRule(file: string, thisMonth: string, places: Places, t: Texts): SheetRule {
  const { kinds, how, workshop } = t.report;
  const named = <K extends string>(values: readonly K[], names: Readonly<Record<K, string>>) =>
    Object.fromEntries(values.map((value) => [names[value], value]));
  return {
    file,
    thisMonth,
    outwards: communesByWord(places),
    words: {
      columns: named(REPORT_COLUMNS, workshop.columns),
      kind: named(REPORT_KINDS, kinds),
      profession: named(PROFESSIONS, t.professions.names),
      delay: named(DELAYS, how.delays),
      distance: named(DISTANCES, how.distances),
    },
  };
}

/** A commune by its code, by a postcode or name no other one has; nothing for what could be two. */
function communesByWord(places: Places): (word: string) => readonly ScopedPeople[] {
  const { codes, names, postcodes } = places.file;
  const found = new Map<string, string | null>();
  const add = (word: string, code: string) => found.set(word, found.has(word) ? null : code);
  codes.forEach((code, unit) => {
    add(bare(names[unit]), code);
    for (const postcode of postcodes[unit].split(" ")) if (postcode !== code) add(postcode, code);
  });
  return (word) => {
    const code = places.unitOf(word) === undefined ? (found.get(bare(word)) ?? null) : word;
    if (code === null) return [];
    return places
      .lineage({ kind: "commune", code })
      .toReversed()
      .map((place) => ({ scope: formatTerritory(place), people: place.population }));
  };
}

/** Cells come without their spaces. */
function bare(name: string): string {
  return foldName(name).replaceAll(" ", "");
}
