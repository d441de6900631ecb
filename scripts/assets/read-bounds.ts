import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bboxes } from "../geo/bboxes.ts";

type Box = readonly [west: number, south: number, east: number, north: number];

/** Extents computed with the tiles, by unit and by territory. */
export interface Extents {
  /** West, south, east, north in ten-thousandths of a degree. */
  commune(unit: number): readonly number[];
  /** In degrees. Throws when the territory has no outline. */
  territory(kind: string, code: string): Box;
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
      return [west, south, west + width, south + height].map((thousandths) => thousandths * 10);
    },
    territory(kind, code) {
      const box = byKind[kind]?.[code];
      if (!box) throw new Error(`no extent for ${kind} ${code}`);
      return box;
    },
  };
}
