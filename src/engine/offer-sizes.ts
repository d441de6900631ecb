import type { SiteLifts } from "../core/placement/shortfall.ts";
import type { PlacementWorld, SiteBudget } from "./placement-world.ts";

/** Each candidate in each size, sizes of a commune side by side: access is linear in supply, so lifts are multiples. */
export function offerSizes(world: PlacementWorld, { sizes }: SiteBudget): PlacementWorld {
  const { sites, lifts } = world;
  const count = sites.names.length;
  const at = Uint32Array.from({ length: count * sizes.length }, (_, o) => Math.floor(o / sizes.length));
  const sizeOf = (o: number) => sizes[o % sizes.length];
  return {
    ...world,
    sites: {
      units: Uint16Array.from(at, (j) => sites.units[j]),
      codes: Array.from(at, (j) => sites.codes[j]),
      names: Array.from(at, (j) => sites.names[j]),
      lon: Float64Array.from(at, (j) => sites.lon[j]),
      lat: Float64Array.from(at, (j) => sites.lat[j]),
    },
    options: {
      sites: at,
      multiples: Float64Array.from(at, (_, o) => sizeOf(o).multiple),
      costs: Float64Array.from(at, (_, o) => sizeOf(o).cost),
    },
    lifts: repeatLifts(lifts, at, (o) => sizeOf(o).multiple),
    staff:
      world.staff?.map((part) => ({ ...part, lifts: repeatLifts(part.lifts, at, (o) => sizeOf(o).multiple) })) ?? null,
  };
}

function repeatLifts(lifts: SiteLifts, at: Uint32Array, multipleOf: (option: number) => number): SiteLifts {
  const offsets = new Uint32Array(at.length + 1);
  at.forEach((j, o) => {
    offsets[o + 1] = offsets[o] + lifts.offsets[j + 1] - lifts.offsets[j];
  });
  const targets = new Uint32Array(offsets[at.length]);
  const values = new Float64Array(targets.length);
  at.forEach((j, o) => {
    const [from, to] = [lifts.offsets[j], lifts.offsets[j + 1]];
    targets.set(lifts.targets.subarray(from, to), offsets[o]);
    for (let k = from; k < to; k++) values[offsets[o] + k - from] = lifts.lifts[k] * multipleOf(o);
  });
  return { origins: lifts.origins, sites: at.length, offsets, targets, lifts: values };
}
