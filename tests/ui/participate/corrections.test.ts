import { expect, it } from "vitest";
import { listShownCorrections, nextStates } from "../../../src/ui/participate/corrections/shown-corrections.ts";
import { ANNE, BOB, CARO, DAN, EVE, ROOT, World } from "../../core/contributions/world.ts";

const claim = {
  dataset: "facilities",
  release: "r",
  row: "35360",
  field: "D265",
  old: "3",
  new: "2",
  evidence: "site-visit",
  evidenceDate: "2026-01-01",
};

function openWorld() {
  const world = new World();
  world.grant(ROOT, BOB, "association", { organisation: "Usagers 35" });
  world.grant(ROOT, ANNE, "association", { organisation: "CPTS" });
  world.grant(ROOT, CARO, "moderator");
  const shown = (key: string | null, isModerator = false, asOf?: string) =>
    listShownCorrections({ log: world.log(), state: world.fold(asOf) }, { key, isModerator });
  return { world, shown };
}

it("is seen by its author and moderators until one has read it, then by everybody", () => {
  const { world, shown } = openWorld();
  const id = world.add(BOB, "correction", claim);
  expect(shown(ANNE)).toEqual([]);
  expect(shown(BOB)).toMatchObject([{ id, visibility: "held", isOwn: true, state: "open" }]);
  expect(shown(CARO, true)).toMatchObject([{ id, isOwn: false }]);
  world.moderate(CARO, id, "publish");
  expect(shown(null)).toMatchObject([{ id, visibility: "visible", organisations: ["Usagers 35"] }]);
});

it("is one correction however many confirm it, fresh from the last observation", () => {
  const { world, shown } = openWorld();
  const id = world.add(BOB, "correction", claim);
  world.add(ANNE, "correction", { ...claim, evidenceDate: "2026-01-20" }, { rts: "2026-01-21T00:00:00Z" });
  const found = shown(CARO, true);
  expect(found).toMatchObject([{ id, state: "corroborated", observed: "2026-01-20", expires: "2026-07-21" }]);
  expect(found[0].organisations).toEqual(["CPTS", "Usagers 35"]);
  // The day after six months nothing holds it any more.
  expect(shown(CARO, true, "2026-07-22")[0].state).toBe("expired");
});

it("shows one's own that waits for a receipt or a role", () => {
  const { world, shown } = openWorld();
  world.add(BOB, "correction", claim, { seq: null });
  world.add(EVE, "correction", { ...claim, new: "1" });
  expect(shown(BOB)).toMatchObject([{ visibility: "waiting", expires: null }]);
  expect(shown(EVE)).toMatchObject([{ visibility: "pending", new: "1" }]);
  expect(shown(DAN)).toEqual([]);
});

it("goes on one step at a time", () => {
  expect(nextStates("open")).toEqual(["rejected"]);
  expect(nextStates("corroborated")).toEqual(["accepted", "rejected"]);
  expect(nextStates("accepted")).toEqual(["sent"]);
  expect(nextStates("sent")).toEqual(["resolved"]);
  expect(["rejected", "resolved", "expired"].flatMap((state) => nextStates(state as "expired"))).toEqual([]);
});
