import type { ClustersAnswer } from "../../app/spatial.ts";
import type { Beside, ClusterStatistic } from "../../app/spatial-choices.ts";
import { QUADRANTS } from "../../core/spatial/local-moran.ts";
import type { Texts } from "../../i18n/fr.ts";

/** False discovery rate under which a commune is told from chance. */
const KEPT = 0.05;

/** What is looked at: a statistic of access, or a need beside the neighbours' access. */
export type ClusterMode = "moran" | "gi" | "need";

export function modeOf(statistic: ClusterStatistic, beside: Beside): ClusterMode {
  return beside === "itself" ? statistic : "need";
}

export const GROUPS = ["HH", "LL", "HL", "LH", "chance", "island", "missing"] as const;
export type Group = (typeof GROUPS)[number];

/** Group of each row: a quadrant that chance does not explain, or why there is none. HH and LL are hot and cold under Gi*. */
export function groupRows(answer: ClustersAnswer, mode: ClusterMode): readonly Group[] {
  const { quadrants, pAdjusted, giStar, giPAdjusted, scores } = answer;
  return Array.from(scores, (score, row): Group => {
    if (Number.isNaN(score)) return "missing";
    if (mode === "gi") return giPAdjusted[row] <= KEPT ? (giStar[row] > 0 ? "HH" : "LL") : "chance";
    const quadrant = QUADRANTS[quadrants[row]];
    if (quadrant === "") return "island";
    return pAdjusted[row] <= KEPT ? quadrant : "chance";
  });
}

/** Of a group in a territory: communes analysed, and people, arrondissements counted for their city. */
export interface GroupCount {
  readonly areas: number;
  readonly people: number;
}

export function countGroups(
  answer: ClustersAnswer,
  groups: readonly Group[],
  people: Float64Array,
): Readonly<Record<Group, GroupCount>> {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, { areas: 0, people: 0 }])) as Record<
    Group,
    { areas: number; people: number }
  >;
  groups.forEach((group, row) => {
    counts[group].areas += group === "missing" ? 1 : answer.analysed[row];
    if (answer.counted[row] === 1 && people[row] > 0) counts[group].people += people[row];
  });
  return counts;
}

export function nameGroup(group: Group, mode: ClusterMode, t: Texts): string {
  const words = t.clusters.classes;
  if (group === "missing") return t.statuses.missing;
  if (group === "chance" || group === "island") return words[group];
  if (mode === "gi") return group === "HH" ? words.hot : words.cold;
  return words[mode][group];
}

/** Groups a mode can find, as its legend lists them. */
export function groupsOf(mode: ClusterMode): readonly Group[] {
  return mode === "gi" ? ["HH", "LL", "chance", "missing"] : ["LL", "HH", "LH", "HL", "chance", "island", "missing"];
}
