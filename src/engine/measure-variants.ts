import { weighMinutes } from "../core/access/decay.ts";
import { carryThreshold, type ThresholdRule, type VariantColumn } from "../core/access/robustness.ts";
import { ROBUSTNESS_VARIANTS, type RobustnessVariant } from "../core/access/robustness-variants.ts";
import { stackTables } from "../core/access/stack-tables.ts";
import type { TravelTable } from "../core/access/travel-table.ts";
import { twoStepAccess } from "../core/access/two-step.ts";
import { getSeries, PROFESSION_RULES } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { CARE_TYPES, type CarePlaces, loadCarePlaces, siteColumn, spreadOverUnits } from "./care-places.ts";
import type { AccessSources } from "./describe-access.ts";
import { estimateBySlices, SLICES } from "./estimate-slices.ts";
import { keep } from "./keep.ts";
import type { Database } from "./ports.ts";
import type { SeriesColumns } from "./series-columns.ts";

/** A variant over every unit, and its threshold. Official: consultations a year; estimates: places of practice per 100,000. */
export interface MeasuredVariant extends VariantColumn {
  readonly variant: RobustnessVariant;
}

export interface MeasuredVariants {
  /** Inhabitants of every unit. */
  readonly people: Float64Array;
  /** In the order of ROBUSTNESS_VARIANTS: the official one, all ages, first. */
  readonly variants: readonly MeasuredVariant[];
}

/** Every variant over the whole country, whose thresholds are national. Throws `unknown-series`, `cancelled`. */
export type MeasureVariants = (year: number, rule: ThresholdRule, run: Run) => Promise<MeasuredVariants>;

type EstimatedVariant = Extract<RobustnessVariant, { readonly kind: "estimate" }>;

interface GpTable {
  readonly places: CarePlaces;
  readonly table: TravelTable;
}

/** Minutes within which pairs are estimated: the widest catchment of the variants. */
const WIDEST = 30;

const PER = 100_000;

/** Minutes, estimates of a year and variants of a year and rule are computed once each; what a cancelled run has done stays. */
export function prepareVariants(db: Database, sources: AccessSources): MeasureVariants {
  const { frame } = sources;
  const gpTable = keep(async (_key: "table", run): Promise<GpTable> => {
    const places = await loadCarePlaces(db, frame, CARE_TYPES.gp);
    const tables: TravelTable[] = [];
    for await (const { table } of estimateBySlices(places, WIDEST, run)) {
      tables.push(table);
      run.progress(tables.length, SLICES, "minutes");
    }
    return { places, table: stackTables(tables) };
  });
  const estimates = new Map<string, Float64Array>();
  const measured = keep(async (key: `${number} ${ThresholdRule}`, run): Promise<MeasuredVariants> => {
    const [year, rule] = readKey(key);
    const official = await sources.series(getSeries("gp", year, "all"));
    const threshold = PROFESSION_RULES.gp.threshold ?? Number.NaN;
    const carry = prepareCarry(rule, official, threshold, frame.isFolded);
    const variants: MeasuredVariant[] = [];
    for (const variant of ROBUSTNESS_VARIANTS) {
      await breathe(run);
      run.progress(variants.length, ROBUSTNESS_VARIANTS.length, "variants");
      if (variant.kind === "official") {
        const { values } = await sources.series(getSeries("gp", year, variant.ages));
        variants.push({ variant, values, threshold });
        continue;
      }
      const name = `${year} ${variant.id}`;
      const { places, table } = await gpTable("table", run);
      const values =
        estimates.get(name) ??
        spreadOverUnits(frame, places, estimateAccess(table, places, standardisedDemand(places, official), variant));
      estimates.set(name, values);
      variants.push({ variant, values, threshold: carry(values) });
    }
    await breathe(run);
    return { people: official.people, variants };
  });
  return async (year, rule, run) => {
    for (const variant of ROBUSTNESS_VARIANTS) if (variant.kind === "official") getSeries("gp", year, variant.ages);
    return measured(`${year} ${rule}`, run);
  };
}

function readKey(key: `${number} ${ThresholdRule}`): readonly [year: number, rule: ThresholdRule] {
  const [year, rule] = key.split(" ");
  return [Number(year), rule as ThresholdRule];
}

/** The official threshold in the unit of other values, over areas counted once. */
function prepareCarry(rule: ThresholdRule, official: SeriesColumns, threshold: number, isFolded: Uint8Array) {
  const isCounted = (_: number, unit: number) => isFolded[unit] === 0;
  const reference = { values: official.values.filter(isCounted), threshold };
  const people = official.people.filter(isCounted);
  const standardised = official.standardised.filter(isCounted);
  return (values: Float64Array) =>
    carryThreshold(rule, { reference, values: values.filter(isCounted), people, standardised });
}

/** Where no standardised population is published (Mayotte), inhabitants stand for it. */
function standardisedDemand({ units }: CarePlaces, { standardised, people }: SeriesColumns): Float64Array {
  return Float64Array.from(units, (unit) =>
    Number.isNaN(standardised[unit]) ? Math.max(0, people[unit] || 0) : standardised[unit],
  );
}

/** Access of every place under a variant, places of practice per 100,000. */
function estimateAccess(
  table: TravelTable,
  places: CarePlaces,
  demand: Float64Array,
  { decay, catchment }: EstimatedVariant,
): Float64Array {
  const world = { table, demand, supply: siteColumn(places, places.facilities) };
  return twoStepAccess(world, weighMinutes(decay, table.minutes, catchment)).values.map((value) => PER * value);
}
