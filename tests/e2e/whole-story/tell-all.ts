import { afterAll, beforeAll, expect, it } from "vitest";
import { type Cast, gather } from "./cast.ts";
import { tellCommittee } from "./tell-committee.ts";
import { tellCorrection } from "./tell-correction.ts";
import { tellReport } from "./tell-report.ts";

/** The tests of the whole story, in order, by a relay or by files alone. */
export function tellAll(means: Parameters<typeof gather>[0]): void {
  let cast: Cast;
  beforeAll(async () => {
    cast = await gather(means);
  });
  afterAll(() => cast?.close());

  tellReport(() => cast);
  tellCorrection(() => cast);
  tellCommittee(() => cast);

  it("nothing broke, and nothing was asked of anybody else", () => {
    for (const { errors, foreign } of [cast.citizen, cast.association, cast.professional, cast.steward]) {
      expect(errors.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
      expect(foreign).toEqual([]);
    }
  });
}
