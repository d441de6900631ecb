import { describe, expect, it } from "vitest";
import type { FoldState } from "../../../src/core/contributions/fold.ts";
import { writeMinutes } from "../../../src/core/participation/minutes.ts";
import { suggestAgenda } from "../../../src/core/participation/suggest-agenda.ts";
import { ANNE, BOB, CARO, DAN, EVE, ROOT, World } from "../contributions/world.ts";

const inside = "2026-01-15T12:00:00Z";
const after = "2026-02-01T00:00:00Z";

function meet() {
  const world = new World();
  world.grant(ROOT, ANNE, "steward");
  world.grant(ROOT, BOB, "member");
  world.grant(ROOT, CARO, "member", { college: "professionals" });
  world.grant(ROOT, DAN, "moderator");
  const question = { question: "Où ouvrir ?", text: "Deux lieux", options: ["Vitré", "Fougères"] };
  const when = { opens: "2026-01-01", closes: "2026-01-31", quorum: 2 };
  const ballot = world.add(ANNE, "consultation", { ...question, ...when });
  const vote = (author: string, option: number, stance: string, statement?: string, rts = inside) => {
    const said = statement === undefined ? {} : { statement };
    return world.add(author, "position", { consultation: ballot, option, stance, ...said }, { rts });
  };
  vote(BOB, 0, "for", "Premier avis");
  const kept = vote(BOB, 0, "for", "En train");
  const hidden = vote(CARO, 0, "against", "Grossier");
  const redacted = vote(CARO, 1, "for", "Selon Mme Martin, la salle existe");
  vote(EVE, 0, "for", "Sans mandat");
  vote(BOB, 1, "against", "Trop tard", after);
  world.moderate(DAN, hidden);
  const reasons = { ground: "personal-data", statement: "Un nom", appeal: "Écrire" };
  world.add(DAN, "moderation", { target: redacted, action: "redact", replacement: "La salle existe", ...reasons });
  const body = {
    consultation: ballot,
    option: 0,
    votes: [],
    text: "Vitré en mai",
    minority: "Fougères",
    foldVersion: 1,
  };
  const decision = world.add(ANNE, "decision", body, { rts: after });
  const terms = { indicator: "gp/mean", baseline: "2.1", baselineDate: "2023-12-31", release: "2023", target: "2.5" };
  const objective = { ...terms, deadline: "2026-06-30", owner: "CLS", decision };
  const goal = world.add(ANNE, "objective", objective, { rts: after });
  const asked = { title: "Un local", text: "Prêter la salle", owner: "La mairie", answerBy: "2026-03-01" };
  const commitment = world.add(ANNE, "commitment", { ...asked, decision }, { rts: after });
  return { world, ballot, decision, goal, commitment, kept, redacted };
}

describe("minutes", () => {
  it("hold question, positions by college, quorum, last words, decision, minority, objectives and commitments", () => {
    const { world, ballot, decision, goal, commitment, kept, redacted } = meet();
    world.add(ANNE, "reply", { commitment, answer: "yes", text: "D'accord" }, { rts: "2026-02-10T00:00:00Z" });
    const minutes = writeMinutes(world.fold("2026-02-15"), world.log());
    expect(minutes).toMatchObject({ space: "committee:test", name: "Essai", asOf: "2026-02-15", foldVersion: 1 });
    const [consultation] = minutes.consultations;
    expect(consultation).toMatchObject({
      id: ballot,
      question: "Où ouvrir ?",
      phase: "closed",
      options: ["Vitré", "Fougères"],
      quorum: 2,
      voters: 2,
      hasQuorum: true,
    });
    expect(consultation.tally.filter((cell) => cell.for + cell.against > 0)).toEqual([
      { option: 0, college: "users", for: 1, against: 0, abstain: 0 },
      { option: 0, college: "professionals", for: 0, against: 1, abstain: 0 },
      { option: 1, college: "professionals", for: 1, against: 0, abstain: 0 },
    ]);
    expect(consultation.statements).toEqual([
      { id: kept, college: "users", option: 0, stance: "for", text: "En train" },
      { id: redacted, college: "professionals", option: 1, stance: "for", text: "La salle existe" },
    ]);
    expect(consultation.decisions).toMatchObject([
      { id: decision, day: "2026-02-01", option: 0, text: "Vitré en mai", minority: "Fougères", hasQuorum: true },
    ]);
    expect(minutes.objectives).toMatchObject([{ id: goal, target: 2.5, decision }]);
    expect(minutes.commitments).toMatchObject([
      { id: commitment, status: "yes", decision, replies: [{ answer: "yes", text: "D'accord", day: "2026-02-10" }] },
    ]);
  });

  it("of one consultation keep its own objectives and commitments alone", () => {
    const { world, ballot } = meet();
    world.add(ANNE, "commitment", { title: "Autre", text: "Autre", owner: "ARS", answerBy: "2026-03-01" });
    const [state, log] = [world.fold("2026-02-15"), world.log()];
    expect(writeMinutes(state, log).commitments.length).toBe(2);
    expect(writeMinutes(state, log, ballot).commitments.map(({ title }) => title)).toEqual(["Un local"]);
    expect(writeMinutes(state, log, ballot).objectives.length).toBe(1);
  });
});

it("what a moderator hid or worded otherwise is hidden, or otherwise, in minutes and agenda too", () => {
  const { world, commitment } = meet();
  const reply = world.add(ANNE, "reply", { commitment, answer: "no", text: "Mme Martin refuse" }, { rts: after });
  const reasons = { ground: "personal-data", statement: "Un nom", appeal: "Écrire" };
  world.add(DAN, "moderation", { target: reply, action: "redact", replacement: "Refus", ...reasons });
  const said = () => writeMinutes(world.fold("2026-02-15"), world.log()).commitments;
  expect(said()).toMatchObject([{ status: "no", text: "Prêter la salle", replies: [{ text: "Refus" }] }]);
  world.moderate(DAN, reply);
  expect(said()[0].replies).toMatchObject([{ answer: "no", text: "" }]);
  world.moderate(DAN, commitment);
  expect(said()).toEqual([]);
  expect(suggestAgenda(world.fold("2026-08-15"), world.log()).map(({ kind }) => kind)).toEqual(["objective-due"]);
});

describe("an agenda", () => {
  const kinds = (world: World, state: FoldState, sources = {}) =>
    suggestAgenda(state, world.log(), sources).map(({ kind, title }) => `${kind} ${title}`);

  it("says what is due as days pass", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "steward");
    world.grant(ROOT, BOB, "association", { organisation: "A" });
    world.grant(ROOT, CARO, "association", { organisation: "B" });
    const ballot = { question: "Où ?", options: ["Ici"], opens: "2026-01-01", closes: "2026-03-15", quorum: 1 };
    world.add(ANNE, "consultation", ballot);
    const asked = { title: "Un local", text: "Prêter", owner: "Mairie", answerBy: "2026-03-20" };
    world.add(ANNE, "commitment", asked);
    const terms = { indicator: "gp/mean", baseline: "2.1", baselineDate: "2023-12-31", release: "2023", target: "2.5" };
    world.add(ANNE, "objective", { ...terms, deadline: "2026-05-15", owner: "CLS" });
    const claim = { dataset: "facilities", release: "r", row: "35360", field: "D265", old: "3", new: "2" };
    const evidence = { evidence: "register", evidenceDate: "2026-01-01" };
    for (const author of [BOB, CARO]) world.add(author, "correction", { ...claim, ...evidence });
    const on = (asOf: string) => kinds(world, world.fold(asOf));
    expect(on("2026-01-10")).toEqual(["correction-to-judge 35360 D265 3 → 2"]);
    expect(on("2026-03-01")).toEqual([
      "consultation-closing Où ?",
      "objective-due gp/mean",
      "commitment-due Un local",
      "correction-to-judge 35360 D265 3 → 2",
    ]);
    expect(on("2026-08-01")).toEqual([
      "consultation-to-decide Où ?",
      "commitment-overdue Un local",
      "objective-due gp/mean",
      "correction-expired 35360 D265 3 → 2",
    ]);
  });

  it("takes the status of objectives, leaves out the reached, and adds communes that lost access", () => {
    const { world, goal } = meet();
    const state = world.fold("2026-02-15");
    const of = (status: string) => kinds(world, state, { statuses: new Map([[goal, status]]) });
    expect(of("behind")).toEqual(["objective-behind gp/mean", "commitment-due Un local"]);
    expect(of("late")).toEqual(["objective-late gp/mean", "commitment-due Un local"]);
    expect(of("reached")).toEqual(["commitment-due Un local"]);
    expect(of("on-track")).toEqual(["commitment-due Un local"]);
    const area = { code: "35360", name: "Vitré", people: 19_000, before: 3, after: 2, isNewlyUnder: true };
    const [, worse] = suggestAgenda(state, world.log(), { worsened: [area] });
    expect(worse).toEqual({ kind: "area-worsened", id: null, day: null, title: "Vitré", area });
  });
});
