import type { Series } from "../core/professions.ts";
import type { Neighbours } from "../core/spatial/neighbours.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { loadSeries, type SeriesColumns } from "./series-columns.ts";
import { loadUnitContext, type UnitContext } from "./unit-context.ts";
import { createNeighbourhoods, type NeighbourRule } from "./unit-neighbours.ts";

/** What questions of who lies beside whom read; each part is read once. */
export interface SpatialSources {
  readonly frame: NationalFrame;
  series(series: Series): Promise<SeriesColumns>;
  context(): Promise<UnitContext>;
  /** Neighbours among `units` (ascending), numbered in their order, weight 1. */
  neighbours(rule: NeighbourRule, units: Uint32Array): Promise<Neighbours>;
}

export function createSpatialSources(
  db: Database,
  frame: NationalFrame,
  series: SpatialSources["series"] = (of) => loadSeries(db, frame, of),
): SpatialSources {
  let context: Promise<UnitContext> | undefined;
  return {
    frame,
    series,
    context() {
      context ??= loadUnitContext(db).catch((error: unknown) => {
        context = undefined;
        throw error;
      });
      return context;
    },
    neighbours: createNeighbourhoods(db, frame),
  };
}
