import { simplifier } from "./simplify.ts";
import type { BorderLevel } from "./tile-layers.ts";
import type { FranceTopology } from "./topology.ts";

export interface Band {
  minZoom: number;
  maxZoom: number;
  /** Detail that a screen still shows at `maxZoom`; absent: as committed. */
  metres?: number;
  communes: boolean;
  borders: readonly BorderLevel[];
}

const drawn: readonly BorderLevel[] = ["region", "departement", "epci"];

/** The last zoom is drawn for all closer views: its grid (13 m) is finer than the outlines. */
export const bands: Band[] = [
  { minZoom: 0, maxZoom: 2, metres: 4000, communes: false, borders: ["region", "departement"] },
  // The country on a phone is seen at zoom 3.
  { minZoom: 3, maxZoom: 3, metres: 2000, communes: true, borders: ["region", "departement"] },
  { minZoom: 4, maxZoom: 5, metres: 1000, communes: true, borders: drawn },
  { minZoom: 6, maxZoom: 7, metres: 350, communes: true, borders: drawn },
  { minZoom: 8, maxZoom: 8, metres: 180, communes: true, borders: drawn },
  { minZoom: 9, maxZoom: 9, communes: true, borders: drawn },
];

/** The sea's edge is what people recognise, and short: it is drawn this much finer than the rest. */
const edgeShare = 0.3;

export const simplifyForBands = (topology: FranceTopology): FranceTopology[] => {
  const simplify = simplifier(topology);
  return bands.map(({ metres }) => (metres === undefined ? topology : simplify(metres, metres * edgeShare)));
};
