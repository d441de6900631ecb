import { expect, test } from "vitest";
import type { ReceivedReport } from "../../../src/app/contributions/board.ts";
import { openBrowser } from "./open-browser.ts";

const SPACE = "committee:essai";
const body = { kind: "delay", profession: "gp", month: "2026-11", scope: "com:35360", text: "Trois mois" } as const;
const report = (id: string, state: ReceivedReport["state"] = "received"): ReceivedReport => ({
  id,
  state,
  day: "2026-11-23",
  body,
  reason: null,
  appeal: null,
});

test("reports of files: kept when asked, without what was set aside and the text of what was counted, for a month", async () => {
  let now = Date.parse("2026-11-23T10:00:00Z");
  const browser = openBrowser({ now: () => new Date(now) });
  const tab = browser.openTab();
  await tab.open();
  expect(await tab.listBrought(SPACE)).toEqual([]);
  await tab.keepBrought(SPACE, [report("a"), report("b"), report("c")]);
  now += 20 * 86_400_000;
  await tab.keepBrought(SPACE, [report("a"), report("b", "published"), report("c", "rejected"), report("d")]);
  const later = browser.openTab();
  await later.open();
  const { text: _, ...counted } = body;
  expect(await later.listBrought(SPACE)).toEqual([
    report("a"),
    { ...report("b", "published"), body: counted },
    report("d"),
  ]);
  expect(await later.listBrought("committee:autre")).toEqual([]);
  // Taken 30 days and a moment ago, whenever they were last kept; the fourth ten days ago.
  now += 10 * 86_400_000 + 1;
  expect((await later.listBrought(SPACE)).map(({ id }) => id)).toEqual(["d"]);
  await later.forgetBrought(SPACE);
  expect(await tab.listBrought(SPACE)).toEqual([]);
});
