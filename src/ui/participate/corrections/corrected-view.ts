import type { CorrectedAnswer } from "../../../app/corrected-access.ts";
import type { Question } from "../../../app/question.ts";
import { PROFESSION_RULES } from "../../../core/professions.ts";
import { STATUS_CODE } from "../../../core/status.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";
import type { LensColumn, LensView } from "../../understand/lens-view.ts";
import { type Reading, readAnswer } from "../../understand/reading.ts";
import { writeClass, writeRowValue } from "../../understand/value-words.ts";

/** Access corrected on the map; official, corrected and what lies between in the table and the file. */
export function viewCorrected(
  reading: Reading,
  answer: CorrectedAnswer,
  question: Question,
  f: Formats,
  t: Texts,
): LensView {
  const rowOf = new Map(Array.from(answer.units, (unit, row) => [unit, row]));
  const rows = Array.from(reading.answer.units, (unit) => rowOf.get(unit) ?? -1);
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  const [official, corrected] = [pick(answer.official), pick(answer.corrected)];
  const statuses = Uint8Array.from(rows, (row) => answer.statuses[row] ?? STATUS_CODE.missing);
  const seen = readAnswer({ ...reading.answer, values: corrected, statuses }, question);
  const { profession } = reading.series;
  const digits = PROFESSION_RULES[profession].digits + 1;
  const words = t.corrections.corrected;
  const column = (key: string, header: string, values: Float64Array, write: Formats["decimal"]): LensColumn => ({
    key,
    header,
    align: "end",
    width: 118,
    cell: (row) => (Number.isNaN(values[row]) ? t.statuses.missing : write(values[row], digits)),
    compare: (a, b) => values[a] - values[b],
    csvHeader: `access_${key}`,
    csv: (row) => values[row],
  });
  const shift = corrected.map((value, row) => value - official[row]);
  return {
    units: reading.answer.units,
    classes: seen.classes,
    dimmed: seen.dimmed,
    palette: seen.palette,
    topic: "apl",
    entries: [],
    reading: seen,
    title: `${t.units.card[profession]} · ${words.mapTitle}`,
    describe: (row) => ({
      value: writeRowValue(seen, row, f, t),
      level: `${writeClass(seen, row, question.scale, t)} · ${words.official} ${writeRowValue(reading, row, f, t)}`,
    }),
    columns: [
      column("corrected", words.after, corrected, f.decimal),
      column("official", words.official, official, f.decimal),
      column("difference", words.difference, shift, f.signed),
    ],
    fileName: words.fileName,
  };
}
