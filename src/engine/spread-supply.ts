import { FLAT_DECAY } from "../core/access/compute-access.ts";
import { modelOf } from "../core/access/model.ts";
import type { SiteLifts } from "../core/placement/shortfall.ts";
import type { Scenario } from "../core/scenario/document.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { reachSites, type SpreadModel } from "./reach-sites.ts";
import type { SiteSupply } from "./scenario-supply.ts";
import type { SeriesColumns } from "./series-columns.ts";
import type { TerritoryRows } from "./territory-rows.ts";

/** Supply of the sites spread over the rows: one lift a unit of supply, and how much of it each site has. */
export interface Spread {
  readonly lifts: SiteLifts;
  readonly weighted: Float64Array;
  readonly sites: Uint32Array;
  readonly amounts: Float64Array;
  readonly times: TimesUsed;
}

interface SpreadSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
}

export function spreadSupply(
  { frame, series, places, brought }: SpreadSources,
  rows: TerritoryRows,
  supplied: readonly SiteSupply[],
  model: SpreadModel,
  perPeople: number,
): Spread {
  const placeOf = new Map(Array.from(places.units, (unit, place) => [unit, place]));
  const origins = Array.from(rows.units, (unit) => {
    const city = frame.cityOf[unit];
    return placeOf.get(city < 0 ? unit : city) ?? -1;
  });
  const sites = supplied.map(({ place }) => place);
  const reach = reachSites({ series, places, brought }, sites, origins, model, perPeople);
  return {
    ...reach,
    sites: Uint32Array.from(supplied.keys()),
    amounts: Float64Array.from(supplied, ({ supply }) => supply),
  };
}

/** The model of a scenario, or its profession's preset; 2SFCA weighs every minute of its catchment alike. */
export function spreadOf({ model, series }: Pick<Scenario, "model" | "series">): SpreadModel {
  const { decay, maxMinutes, bins, demand, method } = model ?? modelOf(series.profession);
  return { decay: method === "2sfca" ? FLAT_DECAY : decay, maxMinutes, bins, demand };
}
