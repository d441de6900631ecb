import type { TravelTable } from "../core/access/travel-table.ts";
import type { UnitContext } from "./unit-context.ts";

/** Whether a condition is met; `unknown` where nothing in the pack can tell. */
export type CriterionStatus = "met" | "not-met" | "unknown";

/**
 * What regional health agencies ask of a mobile unit's stop (calls of ARS Pays de la Loire, Grand Est, Hauts-de-France, PACA; Plan
 * France Ruralités, 15 June 2023), as far as the pack can tell. Each says what stands for it.
 */
export interface RoundCriteria {
  /** Outside any urban unit of 2020; the calls mean the rural communes of INSEE's density grid. */
  readonly rural: CriterionStatus;
  /** Official access under the threshold asked for. */
  readonly underThreshold: CriterionStatus;
  /** The nearest place of practice of the profession (BPE 2024) is more than the minutes asked for away: complementary, not competing. */
  readonly farFromFixedCare: CriterionStatus;
  /** A coordinated structure (MSP, CPTS) carries the round: nothing tells. */
  readonly coordinatedStructure: CriterionStatus;
  /** In a priority zone (ZIP, ZAC) of the current order: the list in force is not published as data here. */
  readonly priorityZone: CriterionStatus;
  /** Many people with a long-term illness and no GP: nothing tells. */
  readonly chronicWithoutGp: CriterionStatus;
}

export interface CriteriaFacts {
  readonly unit: number;
  readonly access: number;
  readonly threshold: number;
  /** Minutes to the nearest place of practice; Infinity: none within the limit looked at. */
  readonly minutesToCare: number;
  readonly fixedCareMinutes: number;
}

export function judgeCriteria(context: UnitContext, facts: CriteriaFacts): RoundCriteria {
  const isUrban = context.isUrban[facts.unit];
  const judge = (isMet: boolean): CriterionStatus => (isMet ? "met" : "not-met");
  return {
    rural: isUrban === null ? "unknown" : judge(!isUrban),
    underThreshold: Number.isNaN(facts.access) ? "unknown" : judge(facts.access < facts.threshold),
    farFromFixedCare: judge(facts.minutesToCare > facts.fixedCareMinutes),
    coordinatedStructure: "unknown",
    priorityZone: "unknown",
    chronicWithoutGp: "unknown",
  };
}

/** Least minutes of a row of a table, Infinity when the row is empty. */
export function nearestOf({ offsets, minutes }: TravelTable, row: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = offsets[row]; k < offsets[row + 1]; k++) least = Math.min(least, minutes[k]);
  return least;
}
