import { FailureError } from "../core/failure.ts";
import type { Reference } from "../engine/reference.ts";
import type { Need } from "../engine/spatial-studies.ts";
import type { NeighbourRule } from "../engine/unit-neighbours.ts";

/** The territory alone, or the whole country. */
export const REFERENCES = ["territory", "country"] as const satisfies readonly Reference[];

/** What a desert is coloured by: its people or how far under the threshold they are. */
export const DESERT_COLOURS = ["people", "depth"] as const;
export type DesertColour = (typeof DESERT_COLOURS)[number];

/** Local Moran, or Gi*. */
export const CLUSTER_STATISTICS = ["moran", "gi"] as const;
export type ClusterStatistic = (typeof CLUSTER_STATISTICS)[number];

/** Who neighbours whom, as written in the address. */
export const NEIGHBOURHOODS = ["queen", "rook", "nearest:8", "minutes:10"] as const;
export type Neighbourhood = (typeof NEIGHBOURHOODS)[number];

/** Numbers of permutations offered. */
export const PERMUTATION_COUNTS = [999, 9_999, 99_999] as const;

/** What access is set beside: itself, or a need. */
export const BESIDES = ["itself", "income", "old"] as const satisfies readonly ("itself" | Need)[];
export type Beside = (typeof BESIDES)[number];

/** Fewest communes of a desert, at most. */
export const MOST_LEAST_COMMUNES = 20;

/** What is chosen within the lenses of deserts, clusters and access by income. */
export interface SpatialChoices {
  /** Deserts: ending at the border of the territory, or running on beyond it. */
  readonly within: Reference;
  /** Deserts: fewest communes of one. */
  readonly least: number;
  readonly colour: DesertColour;
  /** Deserts: INSEE code of a commune of the one looked at; null: all. */
  readonly desert: string | null;
  /** Clusters and access by income: what communes are set beside. */
  readonly against: Reference;
  readonly statistic: ClusterStatistic;
  readonly near: Neighbourhood;
  readonly deals: number;
  readonly seed: number;
  readonly beside: Beside;
}

export const DEFAULT_SPATIAL_CHOICES: SpatialChoices = {
  within: "territory",
  least: 3,
  colour: "people",
  desert: null,
  against: "country",
  statistic: "moran",
  near: "queen",
  deals: 99_999,
  seed: 1,
  beside: "itself",
};

const LARGEST_SEED = 999_999;

type Read = <T>(name: string, parse: (text: string) => T, fallback: T) => T;

/** Choices from the query string; `read` reports what is not usable. */
export function readSpatialChoices(read: Read): SpatialChoices {
  const own = DEFAULT_SPATIAL_CHOICES;
  return {
    within: read("within", (text) => oneOf(REFERENCES, "within", text), own.within),
    least: read("least", (text) => wholeBetween(1, MOST_LEAST_COMMUNES, "least", text), own.least),
    colour: read("colour", (text) => oneOf(DESERT_COLOURS, "colour", text), own.colour),
    desert: read("desert", readCode, own.desert),
    against: read("against", (text) => oneOf(REFERENCES, "against", text), own.against),
    statistic: read("statistic", (text) => oneOf(CLUSTER_STATISTICS, "statistic", text), own.statistic),
    near: read("near", (text) => oneOf(NEIGHBOURHOODS, "near", text), own.near),
    deals: read("deals", (text) => Number(oneOf(PERMUTATION_COUNTS.map(String), "deals", text)), own.deals),
    seed: read("seed", (text) => wholeBetween(0, LARGEST_SEED, "seed", text), own.seed),
    beside: read("beside", (text) => oneOf(BESIDES, "beside", text), own.beside),
  };
}

/** A neighbourhood as the engine takes it. */
export function ruleOf(near: Neighbourhood): NeighbourRule {
  const [kind, amount] = near.split(":") as [NeighbourRule["kind"], string | undefined];
  if (kind === "nearest") return { kind, count: Number(amount) };
  if (kind === "minutes") return { kind, minutes: Number(amount) };
  return { kind };
}

/** The seed nearest to a number one typed; 0 for what is none. */
export function toSeed(value: number): number {
  return Math.min(LARGEST_SEED, Math.max(0, Math.round(value) || 0));
}

function readCode(text: string): string {
  if (!/^\d[\dAB]\d{3}$/.test(text)) throw new FailureError("bad-input", { name: "desert", text });
  return text;
}

function oneOf<T extends string>(options: readonly T[], name: string, text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name, text });
  return found;
}

function wholeBetween(low: number, high: number, name: string, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= low && value <= high)) throw new FailureError("bad-input", { name, text });
  return value;
}
