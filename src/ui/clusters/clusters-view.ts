import type { ClustersAnswer } from "../../app/spatial.ts";
import type { Beside } from "../../app/spatial-choices.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import type { Series } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import { type ClusterMode, type Group, groupRows, groupsOf, nameGroup } from "./cluster-groups.ts";

/**
 * Well served, badly served, the two kinds that stand out, chance, no neighbour. Any two are 20 or more apart (CIE 1976) in
 * normal vision and in simulated protanopia, deuteranopia and tritanopia (Machado et al. 2009).
 */
export const CLUSTER_PALETTE = ["#0b5d56", "#7b4a0f", "#6db0e6", "#edc173", "#e1e7e3", "#a79fb5"] as const;

const CLASS_OF: Readonly<Record<Group, number>> = {
  HH: 0,
  LL: 1,
  HL: 2,
  LH: 3,
  chance: 4,
  island: 5,
  missing: STATUS_CLASS.missing,
};
/** Beside a need, brown is a high one amid little access. */
const CLASS_OF_NEED: Readonly<Record<Group, number>> = { ...CLASS_OF, HL: 1, LH: 2, LL: 3 };

export function classOfGroup(group: Group, mode: ClusterMode): number {
  return (mode === "need" ? CLASS_OF_NEED : CLASS_OF)[group];
}

export interface ClustersLook {
  readonly series: Series;
  readonly mode: ClusterMode;
  readonly beside: Beside;
}

/** Clusters that chance does not explain, each in its colour and its words. */
export function viewClusters(answer: ClustersAnswer, look: ClustersLook, f: Formats, t: Texts): LensView {
  const { mode, beside, series } = look;
  const groups = groupRows(answer, mode);
  const words = t.clusters;
  const level = (row: number) => nameGroup(groups[row], mode, t);
  const z = (value: number) => f.signed(value, 2);
  return {
    units: answer.units,
    classes: Int8Array.from(groups, (group) => classOfGroup(group, mode)),
    dimmed: new Uint8Array(groups.length),
    palette: CLUSTER_PALETTE,
    title: beside === "itself" ? words.legend[mode === "gi" ? "gi" : "moran"] : words.legend[beside],
    topic: "clusters",
    entries: groupsOf(mode).map(
      (group): LensEntry => ({
        classIndex: classOfGroup(group, mode),
        colour: group === "missing" ? PATTERN_COLOURS.missing : CLUSTER_PALETTE[classOfGroup(group, mode)],
        pattern: group === "missing" ? "missing" : null,
        label: nameGroup(group, mode, t),
      }),
    ),
    note: words.note,
    describe: (row) => ({
      value: level(row),
      level:
        groups[row] === "missing"
          ? ""
          : mode === "gi"
            ? words.row.gi(z(answer.giStar[row]))
            : words.row.moran(z(answer.scores[row]), z(answer.lag[row])),
    }),
    columns: listColumns(answer, mode, groups, f, t),
    fileName: `grappes-${mode}-${series.profession}-${series.year}`,
  };
}

function listColumns(
  answer: ClustersAnswer,
  mode: ClusterMode,
  groups: readonly Group[],
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const words = t.clusters.table;
  const order = groupsOf(mode);
  const rank = (row: number) => (groups[row] === "missing" ? Number.NaN : order.indexOf(groups[row]));
  const said = (row: number) => nameGroup(groups[row], mode, t);
  const number = (
    key: string,
    header: string,
    csvHeader: string,
    values: Float64Array,
    write: (value: number) => string,
  ): LensColumn => ({
    key,
    header,
    align: "end",
    width: 128,
    cell: (row) => (Number.isNaN(values[row]) ? t.statuses.missing : write(values[row])),
    compare: (a, b) => values[a] - values[b],
    csvHeader,
    csv: (row) => values[row],
  });
  const p = (value: number) => (value < LEAST_P ? t.clusters.below(f.decimal(LEAST_P, 3)) : f.decimal(value, 3));
  const signed = (value: number) => f.signed(value, 2);
  return [
    {
      key: "value",
      header: words.class,
      cell: said,
      text: said,
      compare: (a, b) => rank(a) - rank(b),
      csvHeader: mode === "gi" ? "hot_spot_fdr_5_percent" : "cluster_fdr_5_percent",
      csv: (row) => (mode === "gi" ? writeGi(groups[row]) : groups[row] === "missing" ? "" : groups[row]),
    },
    ...(mode === "gi"
      ? [
          number("gi", words.gi, "gi_star_z", answer.giStar, signed),
          number("p", words.p, "gi_star_p_fdr", answer.giPAdjusted, p),
        ]
      : [
          number("own", words.own, mode === "need" ? "need_z" : "z", answer.scores, signed),
          number("lag", words.lag, "neighbours_z", answer.lag, signed),
          number("local", words.local, "local_i", answer.localI, signed),
          number("p", words.p, "p_fdr", answer.pAdjusted, p),
        ]),
  ];
}

const LEAST_P = 0.001;

function writeGi(group: Group): string {
  if (group === "missing") return "";
  return group === "HH" ? "hot" : group === "LL" ? "cold" : group;
}
