import type { Profession } from "../core/professions.ts";
import type { BroughtTimes } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";

/** What is read before sites are looked for. */
export interface PlaceSitesSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
  /** Of the professions of a site, other than that of the series. */
  readonly staff?: ReadonlyMap<Profession, SeriesColumns>;
}
