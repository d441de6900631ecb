import type { Run } from "../core/run.ts";
import type { AccessSources } from "./describe-access.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { type ZoningAnswer, type ZoningQuestion, zoneTerritory } from "./zone-territory.ts";
import { layOutAreas, loadLivingAreas } from "./zoning-areas.ts";

/** What dated zoning rules would give, and what it would take. */
export interface Zoning {
  simulateZoning(question: ZoningQuestion, run: Run): Promise<ZoningAnswer>;
}

interface ZoningNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  readonly series: AccessSources["series"];
}

/** Living areas are read once. */
export function createZoning({ db, frame, series }: ZoningNeeds): Zoning {
  let living: ReturnType<typeof loadLivingAreas> | undefined;
  const livingAreas = () => {
    living ??= loadLivingAreas(db).catch((error: unknown) => {
      living = undefined;
      throw error;
    });
    return living;
  };
  return {
    async simulateZoning(question, run) {
      const known = await frame();
      const layout = async (splitAbove: number) => layOutAreas(known, await livingAreas(), splitAbove);
      return zoneTerritory({ frame: known, series, layout }, question, run);
    },
  };
}
