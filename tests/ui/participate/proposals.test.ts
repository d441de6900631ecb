import { describe, expect, it } from "vitest";
import { hashBody } from "../../../src/core/contributions/record.ts";
import { parseScenario } from "../../../src/core/scenario/document.ts";
import { listAppeals } from "../../../src/ui/participate/moderation/list-appeals.ts";
import { listActions, listModerated } from "../../../src/ui/participate/moderation/moderated-texts.ts";
import { bucketOf } from "../../../src/ui/participate/proposals/bucket.ts";
import { listProposals, sortProposals } from "../../../src/ui/participate/proposals/list-proposals.ts";
import { readTitle, writeTitle } from "../../../src/ui/participate/proposals/proposal-kinds.ts";
import { canAttach, readScenarioBody, scenarioBody } from "../../../src/ui/participate/proposals/scenario-record.ts";
import { findOwnSupport } from "../../../src/ui/participate/proposals/supports.ts";
import { ANNE, BOB, CARO, DAN, EVE, ROOT, World } from "../../core/contributions/world.ts";

/** Bob proposes twice, Anne answers, Caro and Dan moderate. */
function openWorld() {
  const world = new World();
  world.grant(ROOT, BOB, "citizen");
  world.grant(ROOT, ANNE, "citizen");
  world.grant(ROOT, CARO, "moderator");
  world.grant(ROOT, DAN, "moderator");
  const write = (author: string, title: string) => world.add(author, "proposal", { title, text: "Le mardi" });
  const first = write(BOB, "stop · Un bus");
  const second = write(BOB, "Sans mot de tête · ici");
  const comment = world.add(ANNE, "comment", { target: first, text: "Oui" });
  const view = () => ({ log: world.log(), state: world.fold() });
  return { world, first, second, comment, view };
}
const reader = (key: string | null, isModerator = false) => ({ key, isModerator });
const decide = (world: World, author: string, target: string, action: string, more = {}) =>
  world.add(author, "moderation", { target, action, ground: "error", statement: "Motif", appeal: "Répondre", ...more });

describe("proposals of a space", () => {
  it("reads the kind at the head of a title, and only a known one", () => {
    expect(readTitle(writeTitle("stop", "Un bus · mardi"))).toEqual({ kind: "stop", title: "Un bus · mardi" });
    expect(readTitle(writeTitle("other", "Un bus"))).toEqual({ kind: "other", title: "Un bus" });
    expect(readTitle("other · Un bus").title).toBe("other · Un bus");
  });

  it("lists them newest first with their comments", () => {
    const { first, second, comment, view } = openWorld();
    const found = listProposals(view(), reader(null));
    expect(found.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      [second, "other", "Sans mot de tête · ici"],
      [first, "stop", "Un bus"],
    ]);
    expect(found[1].comments.map(({ id, text }) => [id, text])).toEqual([[comment, "Oui"]]);
  });

  it("hides from others what a moderator hid, not from its author nor from moderators", () => {
    const { world, first, view } = openWorld();
    decide(world, CARO, first, "hide");
    const ids = (key: string | null, isModerator = false) =>
      listProposals(view(), reader(key, isModerator)).map(({ id }) => id);
    expect(ids(ANNE)).not.toContain(first);
    expect(ids(null)).not.toContain(first);
    expect(ids(BOB)).toContain(first);
    expect(ids(DAN, true)).toContain(first);
    decide(world, DAN, first, "restore");
    expect(ids(null)).toContain(first);
  });

  it("shows what replaces a text and its title, never what they were", () => {
    const { world, first, view } = openWorld();
    decide(world, CARO, first, "redact", { replacement: "Un arrêt\n\nLe matin" });
    const found = listProposals(view(), reader(null)).find(({ id }) => id === first);
    expect(found).toMatchObject({ title: "Un arrêt", text: "Le matin", state: "redacted" });
  });

  it("shows one's own before it is received, to oneself alone", () => {
    const { world, view } = openWorld();
    const id = world.add(BOB, "proposal", { title: "Demain", text: "Texte" }, { seq: null });
    expect(listProposals(view(), reader(BOB))[0]).toMatchObject({ id, state: "waiting", day: null });
    expect(listProposals(view(), reader(ANNE)).some((one) => one.id === id)).toBe(false);
    const without = world.add(EVE, "proposal", { title: "Sans rôle", text: "Texte" });
    expect(listProposals(view(), reader(EVE)).find((one) => one.id === without)?.state).toBe("pending");
  });

  it("drops what its author erased", () => {
    const { world, first, view } = openWorld();
    world.add(BOB, "tombstone", { target: first, reason: "author" });
    expect(listProposals(view(), reader(BOB)).some(({ id }) => id === first)).toBe(false);
  });

  it("ranks by verified supports, signals of devices being none", () => {
    const { first, second, view } = openWorld();
    const { log, state } = view();
    const tally = (target: string, level: "L0" | "L3", count: number) => ({ ballot: "b", target, level, count });
    const supports = [tally(first, "L0", 900), tally(second, "L3", 1)];
    const found = listProposals({ log, state: { ...state, supports } }, reader(null));
    expect(sortProposals(found, "verified").map(({ id, verified }) => [id, verified])).toEqual([
      [second, 1],
      [first, 0],
    ]);
    expect([0, 1, 9, 10, 49, 50].map(bucketOf)).toEqual(["none", "few", "few", "some", "some", "many"]);
  });

  it("knows whom a key last supported", () => {
    const { world, first, second, view } = openWorld();
    const say = (target: string, value: boolean, seq?: null) =>
      world.add(BOB, "support", { ballot: first, target, value }, seq === null ? { seq } : {});
    expect(findOwnSupport(view(), first, BOB)).toBeNull();
    say(first, true);
    say(second, true);
    expect(findOwnSupport(view(), first, BOB)?.target).toBe(second);
    say(second, false, null);
    expect(findOwnSupport(view(), first, BOB)?.target).toBeNull();
    expect(findOwnSupport(view(), first, ANNE)).toBeNull();
  });
});

describe("review", () => {
  it("keeps for somebody else what a moderator wrote, or what answers it", () => {
    const { world, first, view } = openWorld();
    const own = world.add(CARO, "proposal", { title: "La mienne", text: "Texte" });
    const answer = world.add(BOB, "comment", { target: own, text: "Non" });
    const texts = listModerated(view(), reader(CARO, true), "all");
    const isOwn = new Map(texts.map(({ entry, isOwn: theirs }) => [entry.id, theirs]));
    expect([isOwn.get(own), isOwn.get(answer), isOwn.get(first)]).toEqual([true, true, false]);
  });

  it("offers what changes something", () => {
    expect(listActions("held")).toEqual(["publish", "redact", "hide"]);
    expect(listActions("visible")).toEqual(["hide", "redact"]);
    expect(listActions("hidden")).toEqual(["restore", "redact"]);
  });

  it("lists an appeal of the author until another decision answers it, and no one else's", () => {
    const { world, first, view } = openWorld();
    const decision = decide(world, CARO, first, "hide");
    world.add(ANNE, "comment", { target: decision, text: "Moi non plus" });
    expect(listAppeals(view())).toEqual([]);
    const appeal = world.add(BOB, "comment", { target: decision, text: "Il a fermé" });
    expect(listAppeals(view())).toEqual([
      { id: appeal, author: BOB, moderation: decision, target: first, text: "Il a fermé", moderator: CARO },
    ]);
    expect(listModerated(view(), reader(DAN, true), "all").some(({ entry }) => entry.id === appeal)).toBe(false);
    decide(world, DAN, first, "restore");
    expect(listAppeals(view())).toEqual([]);
  });
});

describe("a scenario in a record", () => {
  const scenario = {
    title: "Centre à Vitré",
    territory: { kind: "departement", code: "35" },
    series: { profession: "gp", year: 2023, ages: "all" },
    threshold: 2.5,
    model: null,
    changes: [],
    computed: { dataRelease: "r1", engineVersion: "e1", resultHash: "00ff".repeat(16) },
  } as const;

  it("comes back as it was, sealed by release, engine and hash", () => {
    const body = scenarioBody(scenario, "Pourquoi");
    expect(body).toMatchObject({ release: "r1", engine: "e1", title: "Centre à Vitré" });
    expect(Buffer.from(body?.result ?? "", "base64url").toString("hex")).toBe(scenario.computed.resultHash);
    expect(readScenarioBody(body!)).toEqual(scenario);
    expect(() => parseScenario("{}", "x")).toThrow();
    expect(hashBody(body as never)).toHaveLength(43);
  });

  it("needs a result", () => {
    expect(canAttach(scenario)).toBe(true);
    expect(canAttach({ ...scenario, computed: null })).toBe(false);
    expect(scenarioBody({ ...scenario, computed: null }, "x")).toBeNull();
  });
});
