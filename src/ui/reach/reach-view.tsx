import type { Reach, ReachAnswer, ReachKind } from "../../app/answers.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { ReachOverlay } from "../../map/reach-overlay.ts";
import { writeTimes } from "../roads/times-label.tsx";
import type { LensColumn, LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { ReachLegend } from "./reach-legend.tsx";
import { writeMinutes } from "./reach-words.ts";

/** Nearest first: ColorBrewer YlGnBu, told apart without hue; for times that have no outline. */
const BAND_COLOURS = ["#0c2c84", "#1d91c0", "#7fcdbb", "#edf8b1"] as const;

/** Class of what is beyond the bands: drawn pale, whatever it is. */
const BEYOND = 0;

/**
 * Communes out of reach drawn pale and left out of the table; the others keep the colour of their access under the outlines,
 * or take that of their band where times come from a table, which has no outline.
 */
export function buildReachView(reading: Reading, reach: Reach, overlay: ReachOverlay, f: Formats, t: Texts): LensView {
  const { answer } = reach;
  const { units } = reading.answer;
  const bands = answer.bands.map((band) => band.minutes);
  const minutes = Float64Array.from(units, (unit) => answer.minutesByUnit[unit]);
  const ranks = Int8Array.from(minutes, (time) => (Number.isNaN(time) ? -1 : bands.findIndex((band) => time <= band)));
  const isBrought = listBrought(answer);
  const byBand = isTable(answer, reach);
  const kindOf = (row: number) => {
    const brought = isBrought.has(units[row]);
    return writeTimes({ brought: brought ? 1 : 0, estimated: brought ? 0 : 1 }, f, t);
  };
  const bandOf = (rank: number) => writeBand(bands, rank, t);
  return {
    units,
    classes: byBand ? ranks.map((rank) => (rank < 0 ? BEYOND : rank)) : reading.classes,
    dimmed: Uint8Array.from(ranks, (rank) => (rank < 0 ? 1 : 0)),
    palette: byBand ? BAND_COLOURS : reading.palette,
    title: t.reach.legend.title,
    topic: "reach",
    entries: byBand
      ? bands.map((_, rank) => ({
          classIndex: rank,
          colour: BAND_COLOURS[rank],
          pattern: null,
          label: bandOf(rank),
        }))
      : [],
    legend: <ReachLegend reading={reading} bands={byBand ? [] : bands} hasAccess={!byBand} />,
    overlay,
    note: t.reach.legend.pale,
    describe: (row) => ({
      value: ranks[row] < 0 ? t.reach.view.beyond : t.reach.view.value(writeMinutes(minutes[row], f, t), kindOf(row)),
      level: ranks[row] < 0 ? "" : bandOf(ranks[row]),
    }),
    columns: listColumns(minutes, units, answer, kindOf, f, t),
    fileName: "reach",
  };
}

/** A table of times is read between communes: there is no ground to outline. */
export function isTable(answer: ReachAnswer, reach: Reach): boolean {
  return answer.broughtLimit !== null && reach.roadReach === null;
}

function listBrought({ units, isBrought }: ReachAnswer): ReadonlySet<number> {
  return new Set(units.filter((_, i) => isBrought[i] === 1));
}

function writeBand(bands: readonly number[], rank: number, t: Texts): string {
  return rank === 0
    ? t.reach.view.within(String(bands[0]))
    : t.reach.view.between(String(bands[rank - 1]), String(bands[rank]));
}

const SHOWN_KINDS = ["gp", "pharmacy"] as const satisfies readonly ReachKind[];

function listColumns(
  minutes: Float64Array,
  units: Uint16Array,
  answer: ReachAnswer,
  kindOf: (row: number) => string,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const place = new Map(Array.from(answer.units, (unit, i) => [unit, i]));
  const words = t.reach.view.columns;
  const counted = (kind: ReachKind): LensColumn => {
    // Arrondissements are counted with their city, which has no row of its own here.
    const values = Float64Array.from(units, (unit) => answer.counts[kind][place.get(unit) ?? -1] ?? Number.NaN);
    return {
      key: kind,
      header: t.reach.table.kinds[kind],
      align: "end",
      width: 118,
      cell: (row) => f.integer(values[row]),
      compare: (a, b) => values[a] - values[b],
      csvHeader: kind,
      csv: (row) => values[row],
    };
  };
  return [
    {
      key: "minutes",
      header: words.minutes,
      align: "end",
      width: 96,
      cell: (row) => f.decimal(minutes[row], 1),
      compare: (a, b) => minutes[a] - minutes[b],
      csvHeader: "minutes",
      csv: (row) => minutes[row],
    },
    ...SHOWN_KINDS.map(counted),
    {
      key: "times",
      header: words.times,
      width: 128,
      cell: kindOf,
      compare: (a, b) => kindOf(a).localeCompare(kindOf(b)),
      csvHeader: "times",
      csv: (row) => (answer.isBrought[place.get(units[row]) ?? -1] === 1 ? "road" : "estimate"),
    },
  ];
}
