import type { Profession } from "../professions.ts";
import { type Change, inOrder, type Opening } from "./change.ts";

/** Supply a change brings to a commune, or takes from it. */
export interface SupplyShift {
  readonly change: string;
  readonly commune: string;
  /** A year, in the unit of the profession's supply: consultations, or full-time equivalents. */
  readonly supply: number;
}

export const DAYS_OF_FULL_TIME = 5;
export const MONTHS = 12;

/**
 * What the changes bring or take of one profession, in an order that is that of the ids alone. `perFte`: supply of a full-time
 * equivalent. Mobile units and video count in consultations, so for general practitioners only. Lines of transport and
 * departures by age shift no supply.
 */
export function supplyShifts(
  changes: readonly Change[],
  profession: Profession,
  perFte: number,
): readonly SupplyShift[] {
  return inOrder(changes).flatMap((change): readonly SupplyShift[] =>
    shiftsOf(change, profession, perFte)
      .filter(({ supply }) => supply !== 0)
      .map(({ commune, supply }) => ({ change: change.id, commune, supply })),
  );
}

function shiftsOf(change: Change, profession: Profession, perFte: number): readonly Omit<SupplyShift, "change">[] {
  const work = (opening: Opening) =>
    opening.staff.reduce((sum, own) => (own.profession === profession ? sum + own.fte : sum), 0) *
    (opening.days / DAYS_OF_FULL_TIME) *
    perFte;
  const isOwn = "profession" in change && change.profession === profession;
  switch (change.kind) {
    case "open-centre":
      return [{ commune: change.commune, supply: work(change.to) }];
    case "close-centre":
      return [{ commune: change.commune, supply: -work(change.from) }];
    case "resize-centre":
      return [{ commune: change.commune, supply: work(change.to) - work(change.from) }];
    case "departure":
      return isOwn ? [{ commune: change.commune, supply: -change.fte * perFte }] : [];
    case "displaced-staff":
      if (!isOwn) return [];
      return [
        { commune: change.from, supply: -change.fte * perFte },
        { commune: change.to, supply: change.fte * perFte },
      ];
    case "mobile-unit":
      if (profession !== "gp") return [];
      return change.stops.map(({ commune, halfDays, consultations }) => ({
        commune,
        supply: halfDays * MONTHS * consultations,
      }));
    case "teleconsultation":
      if (profession !== "gp") return [];
      return [{ commune: change.commune, supply: change.consultations * (1 - change.excluded) }];
    case "departure-by-age":
    case "transport-line":
      return [];
  }
}
