import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldState, foldLog, hashState } from "../../../src/core/contributions/fold.ts";
import { gatherLog, mergeLogs, type RecordLog } from "../../../src/core/contributions/record-log.ts";
import { ANNE, BOB, CARO, RELAY, ROOT, ROOT2, TREE, World } from "./world.ts";

const LOGS = process.env.OASIS_FULL === "1" ? 1000 : 200;

const ACTORS = [ROOT, ROOT2, ANNE, BOB, CARO, RELAY];
const SCOPES = ["fr", "reg:53", "dep:35", "com:35360"];
const ROLES = ["steward", "moderator", "member", "association", "citizen"];
const step = fc.record({
  kind: fc.nat(14),
  who: fc.nat(ACTORS.length - 1),
  whom: fc.nat(ACTORS.length - 1),
  role: fc.nat(ROLES.length - 1),
  scope: fc.nat(SCOPES.length - 1),
  aim: fc.nat(40),
  month: fc.integer({ min: 1, max: 9 }),
  /** Received in order, out of order, twice, or not at all. */
  receipt: fc.constantFrom("next", "next", "next", "next", "early", "twice", "never"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the acts that speak of one type speak of. */
const AIMED: Readonly<Record<number, string>> = {
  6: "consultation",
  7: "consultation",
  10: "correction",
  12: "commitment",
  14: "attestation",
};

/** A random log of everything the fold knows, most of it without authority. */
function write(steps: readonly Step[]): World {
  const world = new World();
  world.grant(ROOT, ANNE, "steward");
  world.grant(ROOT, BOB, "member");
  for (const { kind, who, whom, role, scope, aim, month, receipt } of steps) {
    const author = ACTORS[who];
    const aimed = AIMED[kind];
    const some = world.records.filter((record) => record.hdr.type === aimed);
    const aims = some.length > 0 ? some : world.records;
    const target = aims[aim % aims.length].id;
    const rts = `2026-0${month}-01T00:00:00Z`;
    const seq = receipt === "never" ? null : receipt === "early" ? Math.max(1, world.seq - 3) : world.seq + 1;
    const where = { scope: SCOPES[scope], rts, seq };
    const window = { opens: "2026-01-01", closes: `2026-0${month}-15` };
    const act = [
      () => world.grant(author, ACTORS[whom], ROLES[role], { organisation: `o${whom}` }, where),
      () =>
        world.add(
          author,
          "revoke",
          { grant: target, reason: "r", ...(aim % 3 ? {} : { invalidAfterSeq: aim }) },
          where,
        ),
      () => world.proposal(author, where),
      () => world.moderate(author, target, aim % 2 ? "hide" : "restore", where),
      () => world.add(author, "tombstone", { target, reason: "author" }, where),
      () =>
        world.add(
          aim % 2 ? ANNE : author,
          "consultation",
          { question: "q", options: ["a", "b"], quorum: 1, ...window },
          where,
        ),
      () => {
        const scope = aims[aim % aims.length].hdr.scope;
        const position = { consultation: target, option: aim % 2, stance: "for" };
        return world.add(aim % 3 ? BOB : author, "position", position, { ...where, scope });
      },
      () => world.add(author, "support", { ballot: target, target, value: aim % 4 !== 0 }, where),
      () => {
        const body = { dataset: "d", release: "r", row: `${aim % 2}`, field: "f", old: "0", new: "1" };
        return world.add(author, "correction", { ...body, evidence: "register", evidenceDate: "2026-01-01" }, where);
      },
      () => {
        const roots = { roots: [ROOT, ROOT2], threshold: 2, sequencer: RELAY };
        return world.add(author, "roots", { previous: world.genesis.id, ...roots }, where);
      },
      () => {
        const states = ["accepted", "rejected", "sent", "resolved"];
        return world.add(aim % 2 ? ANNE : author, "correction-state", { target, state: states[aim % 4] }, where);
      },
      () => {
        const body = { title: "t", text: "x", owner: "o", answerBy: `2026-0${month}-20` };
        return world.add(aim % 3 ? ANNE : author, "commitment", body, where);
      },
      () => {
        const scope = aims[aim % aims.length].hdr.scope;
        const later = aim % 3 === 0 ? { answer: "later", answerBy: "2026-09-01" } : { answer: "partly" };
        return world.add(
          aim % 4 ? ANNE : author,
          "reply",
          { commitment: target, text: "x", ...later },
          { ...where, scope },
        );
      },
      () => world.add(aim % 3 ? ANNE : author, "attestation", { commitment: target }, where),
      () => world.add(aim % 3 ? ANNE : author, "attestation-revoke", { target, reason: "r" }, where),
    ][kind];
    const id = act();
    if (receipt === "twice") world.receive(id, world.seq + 2);
  }
  return world;
}

const foldOf = (log: RecordLog, genesis: string): FoldState =>
  foldLog({ log, genesis, territories: TREE, asOf: "2026-08-01" });

describe("laws of the fold", () => {
  it(`order, repetition and partition into files change nothing: ${LOGS} logs`, () => {
    const seen = { grants: 0, refused: 0, pending: 0, erased: 0, forks: 0, votes: 0, replies: 0, withdrawn: 0 };
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 40, size: "medium" }),
        fc.infiniteStream(fc.nat(1000)),
        (steps, chance) => {
          const world = write(steps);
          const state = foldOf(world.log(), world.genesis.id);
          const pick = () => chance.next().value as number;
          const files = Array.from({ length: 1 + (pick() % 4) }, () => ({
            records: [] as typeof world.records,
            receipts: [] as typeof world.receipts,
          }));
          const deal = <T>(items: readonly T[], to: (file: number) => T[]) => {
            for (const item of shuffle(items, pick)) {
              to(pick() % files.length).push(item);
              if (pick() % 3 === 0) to(pick() % files.length).push(item);
            }
          };
          deal(world.records, (k) => files[k].records);
          deal(world.receipts, (k) => files[k].receipts);
          const logs = files.map(({ records, receipts }) => gatherLog(world.space, records, receipts));
          const merged = logs.reduce(mergeLogs);
          expect(hashState(foldOf(merged, world.genesis.id))).toBe(hashState(state));
          seen.grants += state.grants.length - 2;
          seen.refused += state.refused.length;
          seen.pending += state.pending.length;
          seen.erased += state.erased.length;
          seen.forks += state.forks.length;
          seen.replies += state.commitments?.reduce((sum, one) => sum + one.replies.length, 0) ?? 0;
          seen.withdrawn += state.attestations?.filter(({ revoked }) => revoked !== null).length ?? 0;
          seen.votes += state.consultations.reduce((sum, one) => sum + one.voters, 0);
        },
      ),
      { seed: 13, numRuns: LOGS },
    );
    // The logs reach every part of the fold.
    for (const [part, figure] of Object.entries(seen)) expect(figure, part).toBeGreaterThan(LOGS / 20);
  });

  it("bodies under a tombstone change nothing, here or not", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const world = write(steps);
        const state = foldOf(world.log(), world.genesis.id);
        const erased = new Set(state.erased);
        const records = world.records.map((record) => (erased.has(record.id) ? { ...record, body: null } : record));
        const without = gatherLog(world.space, records, world.receipts);
        expect(hashState(foldOf(without, world.genesis.id))).toBe(hashState(state));
      }),
      { seed: 24, numRuns: 300 },
    );
  });

  it("nobody gets anything without a chain of grants from a root", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const world = write(steps.filter(({ who }) => ACTORS[who] !== ROOT && ACTORS[who] !== ROOT2));
        const state = foldOf(world.log(), world.genesis.id);
        for (const grant of state.grants) {
          const above = state.grants.filter((one) => one.subject === grant.issuer && one.at <= grant.at);
          expect(grant.issuer === ROOT || above.some((one) => one.depth === grant.depth - 1)).toBe(true);
        }
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  it("two signatures by one author of the same header are one record", () => {
    const world = new World();
    const [record] = world.records;
    const twin = { ...record, sig: `B${record.sig.slice(1)}` };
    expect(gatherLog(world.space, [record, twin])).toEqual(gatherLog(world.space, [twin, record]));
    expect(() => gatherLog("public", [record])).toThrow(/other_space/);
  });
});

function shuffle<T>(items: readonly T[], pick: () => number): readonly T[] {
  return items
    .map((item) => [pick(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
