import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { ANNE, BOB, CARO, DAN, EVE, FAB, RELAY, ROOT, World } from "./world.ts";

const SIG = encodeBase64url(new Uint8Array(64));
const person = (number: number) => encodeBase64url(new Uint8Array(32).fill(number));
const inside = "2026-01-15T12:00:00Z";
const after = "2026-02-01T00:00:00Z";

function openBallot() {
  const world = new World();
  world.grant(ROOT, ANNE, "steward");
  const text = { question: "Où ?", options: ["Ici", "Là"], opens: "2026-01-01", closes: "2026-01-31", quorum: 2 };
  const ballot = world.add(ANNE, "consultation", text);
  return { world, ballot };
}

describe("supports", () => {
  it("counts a person once, whatever their keys, and the last before the close", () => {
    const { world, ballot } = openBallot();
    const [here, there] = [person(101), person(102)];
    const support = (author: string, target: string, who: number, rts = inside, issuer = RELAY, value = true) => {
      const voucher = { issuer, level: "L1", nullifier: person(who), sig: SIG };
      return world.add(author, "support", { ballot, target, value, voucher }, { rts });
    };
    support(BOB, here, 1);
    support(CARO, here, 1);
    support(DAN, here, 2);
    expect(world.fold().supports).toEqual([{ ballot, target: here, level: "L1", count: 2 }]);
    support(DAN, there, 2);
    const late = support(BOB, there, 1, after);
    const forged = support(EVE, there, 9, inside, EVE);
    support(FAB, there, 3);
    support(FAB, there, 3, inside, RELAY, false);
    expect(world.fold().supports).toEqual([
      { ballot, target: here, level: "L1", count: 1 },
      { ballot, target: there, level: "L1", count: 1 },
    ]);
    const { refused } = world.fold();
    expect(refused.find(({ id }) => id === late)?.code).toBe("closed");
    expect(refused.find(({ id }) => id === forged)?.code).toBe("no_grant");
  });

  it("keeps devices nobody verified apart", () => {
    const { world, ballot } = openBallot();
    for (const author of [BOB, CARO, BOB]) world.add(author, "support", { ballot, target: person(7), value: true });
    expect(world.fold().supports).toEqual([{ ballot, target: person(7), level: "L0", count: 2 }]);
  });
});

describe("consultations and decisions", () => {
  it("counts colleges apart, one seat through a change of key, and freezes at the close", () => {
    const { world, ballot } = openBallot();
    const bob = world.grant(ROOT, BOB, "member");
    world.grant(ROOT, CARO, "member", { college: "professionals" });
    const vote = (author: string, option: number, stance: string, rts = inside, scope = "dep:35") =>
      world.add(author, "position", { consultation: ballot, option, stance }, { rts, scope });
    const early = world.add(
      ANNE,
      "decision",
      { consultation: ballot, option: 0, votes: [], text: "Oui", foldVersion: 1 },
      { rts: inside },
    );
    vote(BOB, 0, "for");
    vote(CARO, 0, "against");
    vote(CARO, 1, "for");
    const elsewhere = vote(CARO, 1, "against", inside, "com:35360");
    world.grant(ROOT, DAN, "member", { succeeds: bob });
    vote(DAN, 0, "abstain");
    const late = vote(BOB, 0, "for", after);
    // Received in time, granted after the close: no voter is added to a closed consultation.
    const unknown = vote(EVE, 0, "for");
    world.grant(ROOT, EVE, "member", {}, { rts: after });
    const [consultation] = world.fold().consultations;
    const cell = (option: number, college: string) =>
      consultation.tally.find((c) => c.option === option && c.college === college);
    expect(cell(0, "users")).toMatchObject({ for: 0, against: 0, abstain: 1 });
    expect(cell(0, "professionals")).toMatchObject({ for: 0, against: 1, abstain: 0 });
    expect(cell(1, "professionals")).toMatchObject({ for: 1, against: 0, abstain: 0 });
    expect(cell(0, "deciders")).toMatchObject({ for: 0, against: 0, abstain: 0 });
    expect(consultation).toMatchObject({ voters: 2, hasQuorum: true });
    const body = { consultation: ballot, option: 1, votes: [], text: "Là", foldVersion: 1, minority: "Ici" };
    const decided = world.add(ANNE, "decision", body, { rts: after });
    const state = world.fold();
    expect(state.decisions).toMatchObject([{ id: decided, option: 1, hasQuorum: true }]);
    const codes = new Map(state.refused.map(({ id, code }) => [id, code]));
    expect([early, elsewhere, late, unknown].map((id) => codes.get(id))).toEqual([
      "not_allowed",
      "not_allowed",
      "closed",
      "closed",
    ]);
  });
});

describe("corrections", () => {
  const claim = {
    dataset: "rpps",
    release: "2026-01",
    row: "10001234567",
    field: "active",
    old: "true",
    new: "false",
    evidence: "site-visit",
    evidenceDate: "2026-01-01",
  };

  it("go from open to corroborated by a second organisation, and only then further", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "moderator");
    world.grant(ROOT, BOB, "association", { organisation: "Usagers 35" });
    world.grant(ROOT, CARO, "professional", { organisation: "Usagers 35" });
    world.grant(ROOT, DAN, "association", { organisation: "Usagers 53" });
    const state = () => world.fold().corrections.map((one) => one.state);
    const id = world.add(BOB, "correction", claim);
    const move = (to: string) => world.add(ANNE, "correction-state", { target: id, state: to });
    const early = move("accepted");
    world.add(CARO, "correction", claim);
    expect(state()).toEqual(["open"]);
    world.add(DAN, "correction", claim);
    world.add(DAN, "correction", { ...claim, new: "unknown" });
    expect(state()).toEqual(["corroborated", "open"]);
    for (const to of ["accepted", "sent", "resolved"]) {
      move(to);
      expect(state()[0]).toBe(to);
    }
    expect(world.fold().refused).toEqual([{ id: early, code: "not_allowed" }]);
    expect(world.fold().contributions.find((one) => one.id === id)?.visibility).toBe("held");
    // Received on 2 January, an open one expires after 2 July.
    expect(world.fold("2026-07-02").corrections.map((one) => one.state)).toEqual(["resolved", "open"]);
    expect(world.fold("2026-07-03").corrections.map((one) => one.state)).toEqual(["resolved", "expired"]);
  });

  it("are judged by nobody outside the territory of their role, whatever scope their record gives itself", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "moderator", {}, { scope: "dep:56" });
    world.grant(ROOT, BOB, "association", { organisation: "Usagers 35" });
    world.grant(ROOT, DAN, "association", { organisation: "Usagers 53" });
    const id = world.add(BOB, "correction", claim);
    world.add(DAN, "correction", claim);
    const judged = world.add(ANNE, "correction-state", { target: id, state: "accepted" }, { scope: "dep:56" });
    const state = world.fold();
    expect(state.corrections.map((one) => one.state)).toEqual(["corroborated"]);
    expect(state.refused).toEqual([{ id: judged, code: "not_allowed" }]);
  });
});

describe("objectives", () => {
  it("are amended by a new record and measured by date", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "steward");
    const terms = { indicator: "apl", baseline: "2.1", baselineDate: "2026-01-01", release: "2023" };
    const first = { ...terms, target: "2.5", deadline: "2028-12-31", owner: "CLS" };
    const id = world.add(ANNE, "objective", first);
    const amended = world.add(ANNE, "objective", { ...first, target: "2.4", amends: id });
    const other = world.add(ANNE, "objective", { ...first, indicator: "minutes", amends: id });
    const measure = (author: string, date: string, value: string) =>
      world.add(author, "measurement", { objective: id, date, value, release: "2024" });
    measure(RELAY, "2027-01-01", "2.2");
    const again = measure(ANNE, "2027-01-01", "2.25");
    const earlier = measure(RELAY, "2026-06-01", "2.15");
    const state = world.fold();
    expect(state.objectives).toMatchObject([{ id, current: amended, target: "2.4", indicator: "apl" }]);
    expect(state.objectives[0].measurements.map((one) => one.id)).toEqual([earlier, again]);
    expect(state.refused).toEqual([{ id: other, code: "not_allowed" }]);
  });
});

describe("moderation and erasure", () => {
  it("moderates nothing of one's own nor about one's own, never a grant, and can restore", () => {
    const world = new World();
    const grant = world.grant(ROOT, ANNE, "moderator");
    world.grant(ROOT, BOB, "citizen");
    world.grant(ROOT, ANNE, "citizen");
    const [own, theirs] = [world.proposal(ANNE), world.proposal(BOB)];
    const about = world.add(BOB, "comment", { target: own, text: "Non" });
    const wrong = [own, about, grant].map((target) => world.moderate(ANNE, target));
    expect(world.fold().refused.map(({ id }) => id)).toEqual([...wrong].sort());
    const hide = world.moderate(ANNE, theirs);
    const shown = () => world.fold().contributions.find(({ id }) => id === theirs);
    expect(shown()).toMatchObject({ visibility: "hidden", moderation: hide });
    world.moderate(ANNE, theirs, "restore");
    expect(shown()).toMatchObject({ visibility: "visible" });
  });

  it("a tombstone takes the body away from the beginning, whether the replica still has it or not", () => {
    const world = new World();
    world.grant(ROOT, BOB, "citizen");
    world.grant(ROOT, CARO, "citizen");
    const id = world.proposal(BOB);
    const foreign = world.add(CARO, "tombstone", { target: id, reason: "legal" });
    expect(world.fold()).toMatchObject({ erased: [], refused: [{ id: foreign, code: "no_grant" }] });
    world.add(BOB, "tombstone", { target: id, reason: "author" });
    const whole = world.fold();
    expect(whole.erased).toEqual([id]);
    expect(whole.contributions).toEqual([]);
    const at = world.records.findIndex((record) => record.id === id);
    world.records[at] = { ...world.records[at], body: null };
    expect(world.fold()).toEqual(whole);
  });

  it("a grant cannot be erased: others' rights rest on it", () => {
    const world = new World();
    const grant = world.grant(ROOT, BOB, "citizen");
    const id = world.add(ROOT, "tombstone", { target: grant, reason: "error" });
    expect(world.fold()).toMatchObject({ erased: [], refused: [{ id, code: "not_allowed" }] });
  });
});

describe("commitments", () => {
  const asked = { title: "Un médecin salarié", text: "Recruter", owner: "Le département", answerBy: "2026-01-20" };

  it("wait for an answer, are overdue, postponed, then settled by the last reply", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "member", { college: "deciders" });
    const commitment = world.add(ANNE, "commitment", asked);
    const status = (asOf: string) => world.fold(asOf).commitments?.[0].status;
    expect([status("2026-01-20"), status("2026-01-21")]).toEqual(["waiting", "overdue"]);
    const reply = (answer: string, more = {}, where = {}) =>
      world.add(ANNE, "reply", { commitment, answer, text: "Nous étudions", ...more }, where);
    const refused = [
      reply("later"),
      reply("yes", { answerBy: "2026-03-01" }),
      reply("yes", {}, { scope: "com:35360" }),
    ];
    reply("later", { answerBy: "2026-02-15" });
    expect([status("2026-02-15"), status("2026-02-16")]).toEqual(["postponed", "overdue"]);
    reply("partly");
    expect(status("2026-12-31")).toBe("partly");
    const state = world.fold();
    expect(state.commitments?.[0]).toMatchObject({ owner: "Le département", answerBy: "2026-02-15" });
    expect(state.refused.map(({ id }) => id)).toEqual(refused.toSorted());
  });

  it("are answered by nobody without a role, and are absent from the state of a log without any", () => {
    const world = new World();
    expect("commitments" in world.fold()).toBe(false);
    world.grant(ROOT, ANNE, "steward");
    const commitment = world.add(ANNE, "commitment", asked);
    const strange = world.add(BOB, "reply", { commitment, answer: "done", text: "Fait" });
    const lost = world.add(ANNE, "reply", { commitment: person(3), answer: "done", text: "Fait" });
    const state = world.fold();
    expect(state.commitments?.[0].replies).toEqual([]);
    expect(state.pending).toEqual([strange, lost].toSorted());
  });
});

describe("attestations", () => {
  it("hold until a steward of their territory withdraws them", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "steward", {}, { scope: "dep:35" });
    world.grant(ROOT, BOB, "steward", {}, { scope: "dep:56" });
    const id = world.add(ANNE, "attestation", { commitment: person(5) });
    const unknown = world.add(CARO, "attestation", { commitment: person(6) });
    // A scope of one's own in the header opens nothing: what counts is the territory of what is withdrawn.
    const elsewhere = world.add(BOB, "attestation-revoke", { target: id, reason: "Non" }, { scope: "dep:56" });
    const before = world.fold();
    expect(before.attestations).toMatchObject([{ id, issuer: ANNE, commitment: person(5), revoked: null }]);
    expect(before.refused).toEqual([{ id: elsewhere, code: "not_allowed" }]);
    expect(before.pending).toEqual([unknown]);
    const revoke = world.add(ANNE, "attestation-revoke", { target: id, reason: "Erreur de dates" });
    expect(world.fold().attestations).toMatchObject([{ id, revoked: revoke }]);
  });
});
