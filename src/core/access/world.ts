import { STATUS_CODE } from "../status.ts";
import type { TravelTable } from "./travel-table.ts";

/** What every access method sees. Demand and supply are ≥ 0 and finite, in any unit; access is supply per demand. */
export interface AccessWorld {
  readonly table: TravelTable;
  /** One value per origin: people, possibly standardised. */
  readonly demand: Float64Array;
  /** One value per destination: full-time equivalents, consultations a year, beds… */
  readonly supply: Float64Array;
}

/** One value per origin, its status, and what a reader must be told. */
export interface AccessOutcome {
  /** Supply per unit of demand unless the method says otherwise; NaN only where the method gives no number. */
  readonly values: Float64Array;
  /** STATUS_CODE.unreachable where no site with supply is within reach, else STATUS_CODE.value. */
  readonly statuses: Uint8Array;
  /** Sites with supply whose weighted demand is 0: they count as ratio 0, where peers give infinity. */
  readonly zeroDemandSites: number;
}

/** Throws RangeError, a bug of the caller, when the columns do not fit the table. */
export function assertWorld(world: AccessWorld, weights?: Float64Array): void {
  const { table, demand, supply } = world;
  const fits =
    demand.length === table.origins &&
    supply.length === table.destinations &&
    table.offsets.length === table.origins + 1 &&
    (weights === undefined || weights.length === table.targets.length);
  if (!fits) throw new RangeError("demand, supply or weights do not fit the travel table");
}

/**
 * Whether each origin has a site with supply at a positive weight, as a status column. `reached`: values that are positive
 * only where there is one, so that the pairs of the others alone are looked at.
 */
export function statusesOf(world: AccessWorld, weights: Float64Array, reached?: Float64Array): Uint8Array {
  const { table, supply } = world;
  const statuses = new Uint8Array(table.origins).fill(STATUS_CODE.unreachable);
  for (let i = 0; i < table.origins; i++) {
    if (reached && reached[i] > 0) {
      statuses[i] = STATUS_CODE.value;
      continue;
    }
    const end = table.offsets[i + 1];
    for (let k = table.offsets[i]; k < end; k++) {
      if (weights[k] > 0 && supply[table.targets[k]] > 0) {
        statuses[i] = STATUS_CODE.value;
        break;
      }
    }
  }
  return statuses;
}
