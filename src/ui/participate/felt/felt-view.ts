import type { FeltAnswer } from "../../../app/felt.ts";
import type { Places } from "../../../app/places.ts";
import { STATUS_CLASS } from "../../../core/classes.ts";
import { QUADRANTS, type Quadrant } from "../../../core/participation/felt-computed.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../../map/legend.ts";
import type { LensView } from "../../understand/lens-view.ts";
import type { Reading } from "../../understand/reading.ts";

/** Quadrants by their colour; unknown is a pattern. Told apart in grey too: dark where people say much. */
export const QUADRANT_COLOURS: Readonly<Record<Exclude<Quadrant, "unknown">, string>> = {
  confirmed: "#7b3f00",
  hidden: "#54278f",
  silent: "#e0b36a",
  served: "#8fd0c6",
  uncertain: "#d4d9d6",
};
const SHOWN = QUADRANTS.filter((quadrant) => quadrant !== "unknown");

/** Communes in the colour of the area counts are told of. */
export function viewFelt(
  answer: FeltAnswer,
  { answer: access }: Reading,
  places: Places,
  f: Formats,
  t: Texts,
): LensView {
  const words = t.felt;
  const positions = new Map(answer.codes.map((code, k) => [code, k]));
  const areaOf = (code: string): number => {
    if (answer.question.grid === "departement") return positions.get(places.departementOf(code)?.code ?? "") ?? -1;
    const unit = places.unitOf(code);
    const epci = unit === undefined ? -1 : places.file.epci[unit];
    return epci < 0 ? -1 : (positions.get(places.file.territories[epci].code) ?? -1);
  };
  const rows = access.codes.map(areaOf);
  const quadrantOf = (row: number): Quadrant => (rows[row] < 0 ? "unknown" : answer.areas[rows[row]].quadrant);
  const classes = Int8Array.from(rows, (_, row) => {
    const quadrant = quadrantOf(row);
    return quadrant === "unknown" ? STATUS_CLASS.missing : SHOWN.indexOf(quadrant);
  });
  const rate = (row: number) => (rows[row] < 0 ? Number.NaN : answer.areas[rows[row]].rate);
  const level = (row: number) => words.quadrants[quadrantOf(row)].name;
  const sayRate = (row: number) => (Number.isNaN(rate(row)) ? t.common.noData : words.rate(f.decimal(rate(row), 2)));
  return {
    units: access.units,
    classes,
    dimmed: new Uint8Array(classes.length),
    palette: SHOWN.map((quadrant) => QUADRANT_COLOURS[quadrant]),
    title: words.legend,
    topic: "people",
    entries: [
      ...SHOWN.map((quadrant, classIndex) => ({
        classIndex,
        colour: QUADRANT_COLOURS[quadrant],
        pattern: null,
        label: words.quadrants[quadrant].name,
      })),
      {
        classIndex: STATUS_CLASS.missing,
        colour: PATTERN_COLOURS.missing,
        pattern: "missing",
        label: words.quadrants.unknown.name,
      },
    ],
    note: words.note,
    describe: (row) => ({ value: sayRate(row), level: level(row) }),
    columns: [
      {
        key: "value",
        header: words.table.quadrant,
        cell: level,
        text: level,
        compare: (a, b) => QUADRANTS.indexOf(quadrantOf(a)) - QUADRANTS.indexOf(quadrantOf(b)),
        csvHeader: "quadrant",
        csv: (row) => quadrantOf(row),
      },
      {
        key: "rate",
        header: words.table.rate,
        align: "end",
        width: 148,
        cell: sayRate,
        compare: (a, b) => rate(a) - rate(b),
        csvHeader: "reports_per_1000_a_year",
        csv: (row) => (Number.isNaN(rate(row)) ? "" : rate(row)),
      },
    ],
    fileName: "vecu-calcule",
  };
}
