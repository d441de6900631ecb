import { describe, expect, it } from "vitest";
import { ANNE, BOB, CARO, DAN, EVE, RELAY, ROOT, ROOT2, ROOT3, World } from "./world.ts";

const whyRefused = (world: World, id: string) => world.fold().refused.find((one) => one.id === id)?.code;
const shown = (world: World, id: string) => world.fold().contributions.find((one) => one.id === id);

describe("who may do what", () => {
  it("a revoked moderator's backdated act has no effect, one from before keeps its own", () => {
    const world = new World();
    world.grant(ROOT, BOB, "citizen");
    const grant = world.grant(ROOT, ANNE, "moderator");
    const [first, second] = [world.proposal(BOB), world.proposal(BOB)];
    world.moderate(ANNE, first);
    world.add(ROOT, "revoke", { grant, reason: "Départ" });
    const backdated = world.moderate(ANNE, second, "hide", { ts: "2025-12-31" });
    expect(shown(world, first)?.visibility).toBe("hidden");
    expect(shown(world, second)?.visibility).toBe("visible");
    expect(whyRefused(world, backdated)).toBe("revoked");
    world.grant(ROOT, ANNE, "moderator");
    expect(shown(world, second)?.visibility).toBe("visible");
  });

  it("nothing comes of a grant outside its scope, expired, too deep, to oneself, in a circle, or too long", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "steward", {}, { scope: "dep:35" });
    const outside = world.grant(ANNE, BOB, "citizen", {}, { scope: "dep:56" });
    const wider = world.grant(ANNE, BOB, "citizen", {}, { scope: "reg:53" });
    const self = world.grant(ANNE, ANNE, "moderator", {}, { scope: "dep:35" });
    world.grant(ANNE, CARO, "steward", {}, { scope: "com:35360" });
    const deep = world.grant(CARO, DAN, "moderator", {}, { scope: "com:35360" });
    const circle = world.grant(CARO, ANNE, "steward", {}, { scope: "com:35360" });
    const long = world.grant(ANNE, BOB, "citizen", { notAfter: "2027-07-02" }, { scope: "dep:35" });
    const longByRoot = world.grant(ROOT, EVE, "citizen", { notAfter: "2029-01-02" });
    const seatless = world.add(
      ROOT,
      "grant",
      { subject: EVE, role: "member", notBefore: "2026-01-01", notAfter: "2026-06-01" },
      { scope: "fr" },
    );
    const stranger = world.grant(EVE, DAN, "steward");
    const { grants, pending, refused } = world.fold();
    expect(grants).toHaveLength(2);
    expect(refused.map(({ id }) => id).sort()).toEqual([self, deep, circle, long, longByRoot, seatless].sort());
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["not_allowed"]));
    expect([...pending].sort()).toEqual([outside, wider, stranger].sort());
    // The bounds themselves are allowed: 18 months by a steward, 36 by a root.
    world.grant(ANNE, BOB, "citizen", { notAfter: "2027-07-01" }, { scope: "dep:35" });
    world.grant(ROOT, EVE, "citizen", { notAfter: "2029-01-01" });
    expect(world.fold().grants).toHaveLength(4);
  });

  it("an expired role ends with its last day, by the date of the receipt", () => {
    const world = new World();
    world.grant(ROOT, BOB, "citizen", { notAfter: "2026-03-01" });
    const last = world.proposal(BOB, { rts: "2026-03-01T23:59:59Z" });
    const after = world.proposal(BOB, { ts: "2026-02-01", rts: "2026-03-02T00:00:00Z" });
    expect(shown(world, last)?.visibility).toBe("visible");
    expect(whyRefused(world, after)).toBe("revoked");
  });

  it("an act waits for the grant that covers it, then counts from there, chains included", () => {
    const world = new World();
    const act = world.proposal(CARO);
    const second = world.grant(BOB, CARO, "citizen");
    expect(world.fold().pending).toEqual([act, second].sort());
    const first = world.grant(ROOT, BOB, "steward");
    const state = world.fold();
    expect(state.pending).toEqual([]);
    expect(state.grants.map(({ id, at, depth }) => [id, at, depth]).sort()).toEqual(
      [
        [first, 3, 1],
        [second, 3, 2],
      ].sort(),
    );
    expect(shown(world, act)?.at).toBe(3);
  });

  it("a scope covers what lies in it, an EPCI astride two départements only through the region", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "citizen", {}, { scope: "dep:35" });
    world.grant(ROOT, BOB, "citizen", {}, { scope: "reg:53" });
    const ids = ["com:35360", "com:56001", "epci:200039022"].flatMap((scope) => [
      world.proposal(ANNE, { scope }),
      world.proposal(BOB, { scope }),
    ]);
    const { contributions } = world.fold();
    expect(ids.map((id) => contributions.some((one) => one.id === id))).toEqual([true, true, false, true, false, true]);
  });

  it("a compromised key loses what it did after, what it granted too; the first such revocation wins", () => {
    const world = new World();
    const grant = world.grant(ROOT, ANNE, "steward");
    world.grant(ANNE, BOB, "citizen");
    const kept = world.proposal(BOB);
    const stolen = world.grant(ANNE, EVE, "moderator");
    const hidden = world.moderate(EVE, kept);
    expect(shown(world, kept)?.visibility).toBe("hidden");
    world.add(ROOT, "revoke", { grant, reason: "Clé volée", invalidAfterSeq: 3 });
    expect(shown(world, kept)?.visibility).toBe("visible");
    expect(whyRefused(world, stolen)).toBe("revoked");
    expect(world.fold().pending).toEqual([hidden]);
  });

  it("revokes by root, shallower steward or oneself, nobody else; a waiting grant too", () => {
    const world = new World();
    const anne = world.grant(ROOT, ANNE, "steward");
    const bob = world.grant(ANNE, BOB, "steward");
    const upwards = world.add(BOB, "revoke", { grant: anne, reason: "Non" }, { scope: "fr" });
    const waiting = world.grant(CARO, DAN, "citizen");
    world.add(ROOT, "revoke", { grant: waiting, reason: "Non" }, { scope: "fr" });
    world.grant(ROOT, CARO, "steward");
    world.add(BOB, "revoke", { grant: bob, reason: "Je pars" });
    const { grants } = world.fold();
    expect(whyRefused(world, upwards)).toBe("not_allowed");
    expect(whyRefused(world, waiting)).toBe("revoked");
    expect(grants.map(({ id, endedAt }) => [id, endedAt])).toEqual([
      [anne, null],
      [bob, 7],
      [grants[2].id, null],
    ]);
  });

  it("changes roots and sequencer when two of three sign the same", () => {
    const world = new World();
    const text = { previous: world.genesis.id, roots: [ROOT2, ROOT3, DAN], threshold: 2, sequencer: CARO };
    world.add(ROOT2, "roots", text);
    world.add(ROOT2, "roots", text);
    world.add(EVE, "roots", text);
    expect(world.fold().sequencer).toBe(RELAY);
    world.add(ROOT3, "roots", text);
    expect(world.fold()).toMatchObject({ sequencer: CARO, roots: [ROOT2, ROOT3, DAN] });
    // The old sequencer is heard no more, nor the old root.
    const unheard = world.grant(ROOT2, ANNE, "citizen");
    expect(world.fold().local).toEqual([unheard]);
    world.receive(unheard, 6, undefined, CARO);
    const late = world.grant(ROOT, BOB, "citizen", {}, { seq: null });
    world.receive(late, 7, undefined, CARO);
    expect(world.fold().grants.map(({ id }) => id)).toEqual([unheard]);
  });

  it("judges time by receipts: a claim two days ahead is refused, one of two years ago is not", () => {
    const world = new World();
    world.grant(ROOT, BOB, "citizen");
    const ahead = world.proposal(BOB, { ts: "2026-01-04", rts: "2026-01-02T00:00:00Z" });
    const old = world.proposal(BOB, { ts: "2024-01-02" });
    expect(whyRefused(world, ahead)).toBe("clock_skew");
    expect(shown(world, old)?.at).toBe(3);
  });

  it("tells two receipts that cannot both be honest", () => {
    const world = new World();
    world.grant(ROOT, BOB, "citizen");
    const [a, b] = [world.proposal(BOB, { seq: 5 }), world.proposal(BOB, { seq: 5 })];
    expect(world.fold().forks).toEqual([{ kind: "same-seq", seq: 5, ids: [a, b].sort() }]);
    world.receive(a, 9);
    expect(world.fold().forks).toContainEqual({ kind: "same-record", seq: 9, ids: [a] });
  });

  it("takes receipts of the sequencer alone, and nothing without the genesis it trusts", () => {
    const world = new World();
    const id = world.grant(ROOT, BOB, "citizen", {}, { seq: null });
    world.receive(id, 1, undefined, EVE);
    expect(world.fold()).toMatchObject({ grants: [], local: [id] });
    world.records.shift();
    expect(() => world.fold()).toThrow(/bad-input/);
  });
});
