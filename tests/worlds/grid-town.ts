import type { AccessWorld } from "../../src/core/access/world.ts";
import { matrixWorld } from "./matrix-world.ts";

interface GridTown {
  readonly width: number;
  readonly height: number;
  /** Minutes from one block to the next; streets run straight, so a trip takes |dx| + |dy| blocks. */
  readonly blockMinutes: number;
  /** People of the block at column x, row y. */
  readonly people: (x: number, y: number) => number;
  readonly sites: readonly { readonly x: number; readonly y: number; readonly supply: number }[];
}

/** A town whose travel times anyone can count on their fingers. Block (x, y) is origin y·width + x. */
export function gridTown({ width, height, blockMinutes, people, sites }: GridTown): AccessWorld {
  const blocks = Array.from({ length: width * height }, (_, k) => ({ x: k % width, y: Math.floor(k / width) }));
  return matrixWorld(
    blocks.map(({ x, y }) => people(x, y)),
    sites.map((site) => site.supply),
    blocks.map(({ x, y }) => sites.map((site) => blockMinutes * (Math.abs(x - site.x) + Math.abs(y - site.y)))),
  );
}
