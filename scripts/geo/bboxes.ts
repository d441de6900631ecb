import { feature } from "topojson-client";
import type { Areal, Bbox } from "./planar.ts";
import { bboxOf } from "./planar.ts";
import type { FranceTopology } from "./topology.ts";

export interface Bboxes {
  /** Metropolitan France with Corsica. */
  fr: Bbox;
  regions: Record<string, Bbox>;
  departements: Record<string, Bbox>;
  epci: Record<string, Bbox>;
  /** West, south, width, height in thousandths of a degree, four values for each unit; zeros without outline. */
  communes: number[];
}

const overseas = new Set(["01", "02", "03", "04", "06"]);
const outward = (box: Bbox, factor: number): Bbox => [
  Math.floor(box[0] * factor),
  Math.floor(box[1] * factor),
  Math.ceil(box[2] * factor),
  Math.ceil(box[3] * factor),
];

const rounded = (box: Bbox): Bbox => outward(box, 1000).map((v) => v / 1000) as Bbox;

export const buildBboxes = (topology: FranceTopology, unitCount: number): Bboxes => {
  const boxes = (layer: "regions" | "departements" | "epci"): Record<string, Bbox> =>
    Object.fromEntries(
      feature(topology, topology.objects[layer]).features.map((area) => [
        area.properties.code,
        rounded(bboxOf(area.geometry as Areal)),
      ]),
    );
  const regions = boxes("regions");
  const fr: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [code, box] of Object.entries(regions)) {
    if (overseas.has(code)) continue;
    fr[0] = Math.min(fr[0], box[0]);
    fr[1] = Math.min(fr[1], box[1]);
    fr[2] = Math.max(fr[2], box[2]);
    fr[3] = Math.max(fr[3], box[3]);
  }
  const communes = new Array<number>(unitCount * 4).fill(0);
  for (const commune of feature(topology, topology.objects.communes).features) {
    const [west, south, east, north] = outward(bboxOf(commune.geometry as Areal), 1000);
    communes.splice(commune.properties.unit * 4, 4, west, south, east - west, north - south);
  }
  return { fr, regions, departements: boxes("departements"), epci: boxes("epci"), communes };
};
