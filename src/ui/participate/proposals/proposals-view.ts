import type { Places } from "../../../app/places.ts";
import { PROFESSION_RULES } from "../../../core/professions.ts";
import { parseTerritory } from "../../../core/territory.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";
import type { SiteMark } from "../../../map/map-handle.ts";
import type { LensView } from "../../understand/lens-view.ts";
import type { Reading } from "../../understand/reading.ts";
import { writeRowValue } from "../../understand/value-words.ts";
import type { Proposal } from "./list-proposals.ts";

/** Official access under a mark for each commune somebody proposes something for; ranks are those of the list. */
export function viewProposals(
  reading: Reading,
  proposals: readonly Proposal[],
  places: Places,
  f: Formats,
  t: Texts,
): LensView {
  const { answer, classes, dimmed, palette, series } = reading;
  const words = t.proposals.map;
  const byCommune = new Map<string, { readonly ranks: number[]; readonly titles: string[] }>();
  proposals.forEach((proposal, k) => {
    const { kind, code } = parseTerritory(proposal.scope);
    if (kind !== "commune") return;
    const there = byCommune.get(code) ?? { ranks: [], titles: [] };
    there.ranks.push(k + 1);
    there.titles.push(proposal.title);
    byCommune.set(code, there);
  });
  const countOf = (row: number) => byCommune.get(answer.codes[row])?.ranks.length ?? 0;
  const { digits } = PROFESSION_RULES[series.profession];
  return {
    units: answer.units,
    classes,
    dimmed,
    palette,
    topic: "apl",
    entries: [],
    reading,
    title: t.units.card[series.profession],
    sites: Array.from(byCommune).flatMap(([code, { ranks, titles }]): readonly SiteMark[] => {
      const place = places.find({ kind: "commune", code });
      if (place === undefined) return [];
      const [west, south, east, north] = place.bounds;
      const text = String(ranks[0]);
      const label = words.marker(ranks.join(", "), place.name, titles.join(" ; "));
      return [{ lon: (west + east) / 2, lat: (south + north) / 2, text, label }];
    }),
    describe: (row) => ({ value: writeRowValue(reading, row, f, t), level: words.at(countOf(row)) }),
    columns: [
      {
        key: "proposals",
        header: words.column,
        align: "end",
        width: 118,
        cell: (row) => f.integer(countOf(row)),
        compare: (a, b) => countOf(a) - countOf(b),
        csvHeader: "proposals",
        csv: countOf,
      },
      {
        key: "value",
        header: words.value,
        align: "end",
        width: 118,
        cell: (row) =>
          Number.isNaN(answer.values[row]) ? t.statuses.missing : f.decimal(answer.values[row], digits + 1),
        compare: (a, b) => answer.values[a] - answer.values[b],
        csvHeader: "access_official",
        csv: (row) => answer.values[row],
      },
    ],
    fileName: "propositions",
  };
}
