import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cast, gather } from "./whole-story/cast.ts";
import { tellCommittee } from "./whole-story/tell-committee.ts";
import { tellCorrection } from "./whole-story/tell-correction.ts";
import { tellReport } from "./whole-story/tell-report.ts";

describe("a difficulty told, and what a committee makes of it, by a relay", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await gather("relay");
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
});
