import { expect, test } from "vitest";
import type { Contributions } from "../../../src/app/contributions/board.ts";
import { openOne } from "./open-browser.ts";
import { SPACE, startRelay, WAIT } from "./start-relay.ts";

const DAY = 86_400_000;
const TODAY = Date.parse("2026-11-23T10:00:00Z");
const TERM = { notBefore: "2026-01-01", notAfter: "2027-06-30" };
const view = (browser: Contributions) => browser.getState().spaces.find(({ space }) => space === SPACE)!;
const proposal = (title: string) => ({ type: "proposal", scope: "dep:35", body: { title, text: "Le mardi" } }) as const;

/** A committee of a steward whose clock is right and a citizen whose clock is off by some milliseconds. */
const meet = async (offset: number) => {
  const clock = { now: TODAY };
  const steward = await openOne({ now: () => new Date(clock.now) });
  const root = await steward.createIdentity("Fondation", true);
  const { url } = await startRelay(root.key, { now: () => new Date(clock.now) });
  const citizen = await openOne({ now: () => new Date(clock.now + offset) });
  const { key } = await citizen.createIdentity("Citoyenne", true);
  await steward.createSpace(SPACE, "Comité", url);
  const neighbour = await steward.createIdentity("Voisine", true);
  for (const subject of [key, neighbour.key]) {
    const body = { subject, role: "citizen", ...TERM } as const;
    await steward.publish(SPACE, { type: "grant", scope: "dep:35", body });
  }
  await steward.useIdentity(neighbour.key);
  await steward.sync(SPACE);
  await citizen.joinSpace(steward.invitationOf(SPACE));
  // A wrong clock does not keep anybody from reading.
  await expect.poll(() => view(citizen)?.sync, WAIT).toBe("live");
  return { clock, steward, citizen };
};

test("a clock two days ahead: reads, is told, is refused, and what waited leaves when its date has come (failure test 37)", async () => {
  const { clock, citizen, steward } = await meet(2 * DAY);
  expect(citizen.getState().clockSkew).toBe(-2 * DAY);
  expect(steward.getState().clockSkew).toBeNull();
  const { id } = await citizen.publish(SPACE, proposal("Un bus"));
  await citizen.sync(SPACE);
  expect(view(citizen).refused).toEqual([{ id, code: "clock_skew", where: "hdr.ts" }]);
  expect(view(citizen).state.contributions).toEqual([]);
  clock.now += 1.5 * DAY;
  await citizen.sync(SPACE);
  expect([view(citizen).refused, view(citizen).waiting]).toEqual([[], []]);
  expect(view(citizen).state.contributions.map((one) => one.id)).toEqual([id]);
});

test("a clock two years behind: received, and ordered by the day it arrives (failure test 37)", async () => {
  const { citizen, steward } = await meet(-730 * DAY);
  expect(citizen.getState().clockSkew).toBe(730 * DAY);
  const { id: first } = await steward.publish(SPACE, proposal("Premier"));
  await steward.sync(SPACE);
  const late = await citizen.publish(SPACE, proposal("Un bus"));
  await citizen.sync(SPACE);
  expect(late.hdr.ts.slice(0, 4)).toBe("2024");
  await steward.sync(SPACE);
  const shown = view(steward).state.contributions;
  expect(shown.toSorted((a, b) => a.at - b.at).map(({ id }) => id)).toEqual([first, late.id]);
  const receipt = view(steward).log.receipts.find(({ id }) => id === late.id);
  expect(receipt?.rts.slice(0, 10)).toBe("2026-11-23");
});
