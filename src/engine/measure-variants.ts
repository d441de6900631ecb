import { weighMinutes } from "../core/access/decay.ts";
import { carryThreshold, type ThresholdRule, type VariantColumn } from "../core/access/robustness.ts";
import { ROBUSTNESS_VARIANTS, type RobustnessVariant } from "../core/access/robustness-variants.ts";
import { twoStepAccess } from "../core/access/two-step.ts";
import { getSeries, PROFESSION_RULES } from "../core/professions.ts";
import { assertRunning, type Run } from "../core/run.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { CARE_TYPES, loadCarePlaces, siteColumn, spreadOverUnits } from "./care-places.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { loadSeries, type SeriesColumns } from "./series-columns.ts";

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

/** Minutes within which pairs are estimated: the widest catchment of the variants. */
const WIDEST = 30;

const PER = 100_000;

/** Every variant over the whole country, whose thresholds are national. Throws `unknown-series`, `cancelled`. */
export async function measureVariants(
  db: Database,
  frame: NationalFrame,
  year: number,
  rule: ThresholdRule,
  run: Run,
): Promise<MeasuredVariants> {
  for (const variant of ROBUSTNESS_VARIANTS) if (variant.kind === "official") getSeries("gp", year, variant.ages);
  const advance = (done: number) => {
    assertRunning(run);
    run.progress(done, ROBUSTNESS_VARIANTS.length + 1, "robustness");
  };
  advance(0);
  const official = await loadSeries(db, frame, getSeries("gp", year, "all"));
  const threshold = PROFESSION_RULES.gp.threshold ?? Number.NaN;
  const estimate = await prepareEstimates(db, frame, official);
  const counted = Array.from(frame.isFolded.keys()).filter((unit) => frame.isFolded[unit] === 0);
  const pick = (column: Float64Array) => Float64Array.from(counted, (unit) => column[unit]);
  const carry = (values: Float64Array) =>
    carryThreshold(rule, {
      reference: { values: pick(official.values), threshold },
      values: pick(values),
      people: pick(official.people),
      standardised: pick(official.standardised),
    });
  const variants: MeasuredVariant[] = [];
  for (const variant of ROBUSTNESS_VARIANTS) {
    advance(variants.length + 1);
    if (variant.kind === "official") {
      const { values } = await loadSeries(db, frame, getSeries("gp", year, variant.ages));
      variants.push({ variant, values, threshold });
    } else {
      const values = estimate(variant);
      variants.push({ variant, values, threshold: carry(values) });
    }
  }
  assertRunning(run);
  return { people: official.people, variants };
}

/** Access of every unit under a variant, over one table of estimated minutes. */
async function prepareEstimates(db: Database, frame: NationalFrame, official: SeriesColumns) {
  const places = await loadCarePlaces(db, frame, CARE_TYPES.gp);
  const points = {
    lon: siteColumn(places, places.points.lon),
    lat: siteColumn(places, places.points.lat),
  };
  const table = buildEstimateTable(places.points, points, WIDEST);
  const supply = siteColumn(places, places.facilities);
  // Where no standardised population is published (Mayotte), inhabitants stand for it.
  const demand = Float64Array.from(places.units, (unit) => {
    const standardised = official.standardised[unit];
    return Number.isNaN(standardised) ? Math.max(0, official.people[unit] || 0) : standardised;
  });
  return ({ decay, catchment }: Extract<RobustnessVariant, { kind: "estimate" }>) => {
    const { values } = twoStepAccess({ table, demand, supply }, weighMinutes(decay, table.minutes, catchment));
    return spreadOverUnits(
      frame,
      places,
      values.map((value) => PER * value),
    );
  };
}
