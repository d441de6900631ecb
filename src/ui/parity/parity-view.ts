import type { ParityStudy, Split } from "../../app/studies.ts";
import { classify } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { DIFFERENCE_PALETTE } from "../../map/palette.ts";
import { differenceBreaks } from "../recomputed/recomputed-view.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { listStatusEntries } from "../understand/status-entries.ts";

/** Chosen model less official, commune by commune, for the rows of the answer on screen. */
export function viewParity(study: ParityStudy, split: Split, { answer }: Reading, f: Formats, t: Texts): LensView {
  const { profession } = study.question;
  const { digits } = PROFESSION_RULES[profession];
  const unit = t.units.short[profession];
  const words = t.parity.map;
  const legend = t.recomputed.legend;
  const { computed, heldOut } = study.columns[split];
  const placeOf = new Map(Array.from(study.units, (of, place) => [of, place]));
  const places = Int32Array.from(answer.units, (of) => placeOf.get(of) ?? -1);
  const pick = (column: Float64Array) => Float64Array.from(places, (place) => (place < 0 ? Number.NaN : column[place]));
  const published = pick(study.published);
  const modelled = pick(computed);
  const residuals = modelled.map((value, row) => value - published[row]);
  const breaks = differenceBreaks(answer.nationalMean);
  const classes = classify(
    // No difference is no zero of access.
    residuals.map((value) => (value === 0 ? Number.MIN_VALUE : value)),
    Uint8Array.from(residuals, (value) => (Number.isNaN(value) ? STATUS_CODE.missing : STATUS_CODE.value)),
    breaks,
  );
  const label = (k: number): string => {
    if (k === 0) return legend.lower(f.signed(breaks[0], digits));
    if (k === breaks.length) return legend.higher(f.signed(breaks[k - 1], digits));
    return legend.between(f.signed(breaks[k - 1], digits), f.signed(breaks[k], digits));
  };
  const roleOf = (row: number) =>
    Number.isNaN(residuals[row]) ? words.none : heldOut[places[row]] === 1 ? words.heldOut : words.fitted;
  const figure = (key: "residual" | "official" | "computed", csvHeader: string, column: Float64Array): LensColumn => ({
    key,
    header: words.columns[key],
    align: "end",
    width: 104,
    cell: (row) => (key === "residual" ? f.signed(column[row], digits + 1) : f.decimal(column[row], digits + 1)),
    compare: (a, b) => column[a] - column[b],
    csvHeader,
    csv: (row) => column[row],
  });
  return {
    units: answer.units,
    classes,
    dimmed: new Uint8Array(classes.length),
    palette: DIFFERENCE_PALETTE,
    title: words.title(unit),
    topic: "recomputed",
    entries: [
      ...DIFFERENCE_PALETTE.map((colour, k): LensEntry => ({ classIndex: k, colour, pattern: null, label: label(k) })),
      ...listStatusEntries(classes, t),
    ],
    note: words.note,
    describe: (row) => ({
      value: Number.isNaN(residuals[row]) ? t.statuses.missing : `${f.signed(residuals[row], digits + 1)} ${unit}`,
      level: words.level(f.decimal(published[row], digits), roleOf(row)),
    }),
    columns: [
      figure("residual", "model_minus_official", residuals),
      figure("official", "official", published),
      figure("computed", "model", modelled),
      {
        key: "role",
        header: words.columns.role,
        width: 110,
        cell: roleOf,
        compare: (a, b) => roleOf(a).localeCompare(roleOf(b)),
        csvHeader: "role",
        csv: (row) => (Number.isNaN(residuals[row]) ? "" : heldOut[places[row]] === 1 ? "held_out" : "fitted"),
      },
    ],
    fileName: `fidelite-${profession}-${split}`,
  };
}
