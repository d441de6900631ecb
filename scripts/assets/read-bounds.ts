import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bboxes } from "../geo/bboxes.ts";

type Box = readonly [west: number, south: number, east: number, north: number];

/** Extents computed with the tiles, by unit and by territory. */
export interface Extents {
  /** West, south, east, north in ten-thousandths of a degree; undefined without outline. */
  commune(unit: number): readonly number[] | undefined;
  /** In degrees; undefined for the overseas collectivities whose outlines are in no source. */
  territory(kind: string, code: string): Box | undefined;
}

export async function readBounds(folder: string): Promise<Extents> {
  const boxes = JSON.parse(await readFile(join(folder, "bboxes.json"), "utf8")) as Bboxes;
  const byKind: Readonly<Record<string, Readonly<Record<string, Box>>>> = {
    country: { fr: boxes.fr },
    region: boxes.regions,
    departement: boxes.departements,
    epci: boxes.epci,
  };
  return {
    commune(unit) {
      const [west, south, width, height] = boxes.communes.slice(unit * 4, unit * 4 + 4);
      if (!width || !height) return undefined;
      return [west, south, west + width, south + height].map((thousandths) => thousandths * 10);
    },
    territory(kind, code) {
      return byKind[kind]?.[code];
    },
  };
}
