import { shapeAll } from "./shaper.ts";
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
  { minZoom: 0, maxZoom: 3, metres: 2000, communes: false, borders: ["region", "departement"] },
  { minZoom: 4, maxZoom: 5, metres: 1000, communes: true, borders: drawn },
  { minZoom: 6, maxZoom: 7, metres: 400, communes: true, borders: drawn },
  { minZoom: 8, maxZoom: 8, metres: 220, communes: true, borders: drawn },
  { minZoom: 9, maxZoom: 9, communes: true, borders: drawn },
];

/** One topology for each band, simplified along shared arcs: neighbours keep identical borders. */
export const simplifyForBands = async (topology: FranceTopology): Promise<FranceTopology[]> => {
  const name = (band: Band): string => `z${band.minZoom}.json`;
  const commands = bands.flatMap((band) =>
    band.metres === undefined
      ? []
      : [
          `-simplify weighted interval=${band.metres} keep-shapes`,
          `-o ${name(band)} format=topojson no-quantization target=*`,
        ],
  );
  const files = await shapeAll<FranceTopology>(["-i france.json", ...commands], {
    "france.json": topology,
  });
  return bands.map((band) => files.get(name(band)) ?? topology);
};
