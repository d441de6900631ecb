import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimedCorrection } from "../../../src/core/participation/list-corrections.ts";
import { listCorrections } from "../../../src/core/participation/list-corrections.ts";
import { readCorrection } from "../../../src/core/participation/read-correction.ts";
import { settleCorrections } from "../../../src/core/participation/settle-corrections.ts";
import { ANNE, BOB, DAN, ROOT, TREE, World } from "../contributions/world.ts";

const claim = (
  id: string,
  old: string,
  replaced: string,
  rest: Partial<ClaimedCorrection> = {},
): ClaimedCorrection => ({
  id,
  claims: [id],
  dataset: "facilities",
  release: "r1",
  row: "35360",
  field: "D265",
  old,
  new: replaced,
  organisations: ["A", "B"],
  state: "accepted",
  scopes: ["dep:35"],
  isHidden: false,
  ...rest,
});
const settle = (corrections: readonly ClaimedCorrection[], withCorroborated = false, official = 3) =>
  settleCorrections(corrections, {
    withCorroborated,
    tree: TREE,
    find: ({ commune, field }) => (commune !== "35360" ? "unknown-row" : field === "D999" ? "unknown-field" : official),
  });
const why = (corrections: readonly ClaimedCorrection[], withCorroborated = false) => {
  const { applied, ignored } = settle(corrections, withCorroborated);
  return [applied.map(({ id }) => id), ...ignored.map((one) => `${one.id} ${one.why}`)];
};

describe("corrections against the data", () => {
  it("hold when accepted, sent or resolved, in the territory of a claim, and the data says the old value", () => {
    expect(why([claim("a", "3", "2")])).toEqual([["a"]]);
    expect(why([claim("a", "3", "2", { state: "sent" })])).toEqual([["a"]]);
    for (const state of ["open", "corroborated", "rejected", "expired"] as const) {
      expect(why([claim("a", "3", "2", { state })])).toEqual([[], `a ${state}`]);
    }
    expect(why([claim("a", "3", "2", { state: "corroborated" })], true)).toEqual([["a"]]);
    expect(why([claim("a", "3", "2", { state: "open" })], true)).toEqual([[], "a open"]);
    expect(why([claim("a", "3", "2", { isHidden: true })])).toEqual([[], "a hidden"]);
    expect(why([claim("a", "3", "2", { scopes: ["dep:56"] })])).toEqual([[], "a outside-scope"]);
    expect(why([claim("a", "3", "2", { scopes: ["epci:200039022"] })])).toEqual([["a"]]);
    expect(why([claim("a", "4", "2")])).toEqual([[], "a old-differs"]);
    expect(why([claim("a", "4", "3")])).toEqual([[], "a already-so"]);
    expect(why([claim("a", "3", "2", { row: "56001" })])).toEqual([[], "a unknown-row"]);
    expect(why([claim("a", "3", "2", { field: "D999" })])).toEqual([[], "a unknown-field"]);
  });

  it("follow one another, repeat or contradict one another", () => {
    expect(why([claim("b", "2", "1"), claim("a", "3", "2")])).toEqual([["a", "b"]]);
    expect(why([claim("a", "3", "2"), claim("b", "3", "2", { release: "r2" })])).toEqual([["a"], "b repeated"]);
    const both = [claim("a", "3", "2"), claim("b", "3", "4"), claim("c", "2", "1")];
    expect(why(both)).toEqual([[], "a contradicted", "b contradicted", "c old-differs"]);
    expect(why([claim("a", "3", "2"), claim("b", "2", "3")])).toEqual([["a", "b"]]);
  });

  it("names the field nothing can be made of", () => {
    const fault = (rest: Partial<ClaimedCorrection>) => readCorrection({ ...claim("a", "3", "2"), ...rest });
    expect(fault({ dataset: "rpps" })).toEqual({ fault: "dataset" });
    expect(fault({ row: "350000014" })).toEqual({ fault: "row" });
    expect(fault({ field: "fte" })).toEqual({ fault: "field" });
    expect(fault({ dataset: "france-services" })).toEqual({ fault: "field" });
    for (const text of ["-1", "2.5", "03", "true", "100000"]) {
      expect(fault({ old: text })).toEqual({ fault: "old" });
      expect(fault({ new: text })).toEqual({ fault: "new" });
    }
    expect(fault({ new: "3" })).toEqual({ fault: "same" });
    expect(fault({ row: "2A004", dataset: "france-services", field: "counters", new: "0" })).toMatchObject({
      commune: "2A004",
      profession: null,
      facility: null,
    });
  });

  it("whatever the order: the same, each said once, and the sum of what holds leads from the data to one value", () => {
    const some = fc.array(
      fc.record({
        old: fc.integer({ min: 0, max: 4 }),
        new: fc.integer({ min: 0, max: 4 }),
        state: fc.constantFrom("accepted", "open", "corroborated", "sent") as fc.Arbitrary<ClaimedCorrection["state"]>,
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        some,
        fc.boolean(),
        fc.integer({ min: 0, max: 4 }),
        fc.nat(),
        (drawn, withCorroborated, official, seed) => {
          const all = drawn.map((one, k) => claim(`c${k}`, String(one.old), String(one.new), { state: one.state }));
          const settled = settle(all, withCorroborated, official);
          const turned = all.toSorted(
            (a, b) => ((a.id.charCodeAt(1) * 7 + seed) % 5) - ((b.id.charCodeAt(1) * 7 + seed) % 5),
          );
          expect(settle(turned, withCorroborated, official)).toEqual(settled);
          const ids = [...settled.applied, ...settled.ignored].map(({ id }) => id);
          expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          const sum = settled.applied.reduce((total, one) => total + one.new - one.old, official);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(4);
          for (const one of settled.applied) expect(["accepted", "sent", "corroborated"]).toContain(one.state);
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  it("are read from a folded log with the territories of their claims, hidden ones said", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "moderator");
    world.grant(ROOT, BOB, "association", { organisation: "A" });
    world.grant(ROOT, DAN, "association", { organisation: "B" });
    const body = { dataset: "facilities", release: "r1", row: "35360", field: "D265", old: "3", new: "2" };
    const evidence = { evidence: "register", evidenceDate: "2026-01-01" };
    const id = world.add(BOB, "correction", { ...body, ...evidence });
    const second = world.add(DAN, "correction", { ...body, ...evidence }, { scope: "com:35360" });
    const listed = () => listCorrections(world.fold(), world.log());
    expect(listed()).toMatchObject([{ id, state: "corroborated", scopes: ["com:35360", "dep:35"], isHidden: false }]);
    world.moderate(ANNE, id);
    expect(listed()).toMatchObject([{ scopes: ["com:35360"], isHidden: false }]);
    world.moderate(ANNE, second);
    expect(listed()).toMatchObject([{ scopes: [], isHidden: true }]);
  });
});
