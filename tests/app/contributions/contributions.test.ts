import { describe, expect, test } from "vitest";
import type { Contributions } from "../../../src/app/contributions/board.ts";
import { FailureError } from "../../../src/core/failure.ts";
import { TREE } from "../../core/contributions/world.ts";
import { openBrowser, openOne } from "./open-browser.ts";

const SPACE = "committee:essai";
const PROPOSAL = { type: "proposal", scope: "dep:35", body: { title: "Un bus", text: "Le mardi" } } as const;

async function foundSpace(browser: Contributions) {
  const { key } = await browser.createIdentity("Fondation", true);
  await browser.createSpace(SPACE, "Comité d’essai", null);
  return key;
}

function grantTo(subject: string, role: "citizen" | "moderator" = "citizen") {
  const window = { notBefore: "2020-01-01", notAfter: "2022-12-31" };
  return { type: "grant", scope: "dep:35", body: { subject, role, ...window } } as const;
}

const view = (browser: Contributions) => browser.getState().spaces.find(({ space }) => space === SPACE)!;
const JAN_2021 = () => new Date("2021-01-02T10:00:00Z");

describe("a browser alone", () => {
  test("a space begun without a relay gives each record its order, and folds what has effect", async () => {
    const browser = await openOne({ now: JAN_2021 });
    await foundSpace(browser);
    const { key } = await browser.createIdentity("Anne", false);
    await browser.publish(SPACE, grantTo(key));
    await browser.useIdentity(key);
    const { id } = await browser.publish(SPACE, PROPOSAL);
    const { state, log, isSequencer, waiting } = view(browser);
    expect(log.receipts.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(state.contributions.map((one) => one.id)).toEqual([id]);
    expect(state.grants.map(({ subject }) => subject)).toEqual([key]);
    expect(state.pending).toEqual([]);
    expect(isSequencer).toBe(true);
    expect(waiting).toEqual([]);
  });

  test("what was kept is there again in another tab and after a reload, with the same hash", async () => {
    const browser = openBrowser({ now: JAN_2021 });
    const tab = browser.openTab();
    await tab.open();
    await foundSpace(tab);
    const other = browser.openTab();
    await other.open();
    expect(view(other).hash).toBe(view(tab).hash);
    await tab.publish(SPACE, PROPOSAL);
    await expect.poll(() => view(other).log.records.size).toBe(2);
    await Promise.all([tab.publish(SPACE, PROPOSAL), other.publish(SPACE, PROPOSAL)]);
    await expect.poll(() => view(tab).hash).toBe(view(other).hash);
    expect(view(other).log.receipts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(view(other).state.forks).toEqual([]);
  });

  test("a key that may not leave is not exported; one that may is, and opens under its passphrase alone", async () => {
    const browser = await openOne();
    const bound = await browser.createIdentity("Ici", false);
    await expect(browser.exportIdentity(bound.key, "une longue phrase de passe")).rejects.toThrow("not exportable");
    const free = await browser.createIdentity("Ailleurs", true);
    await expect(browser.exportIdentity(free.key, "court")).rejects.toThrow("short");
    const file = await browser.exportIdentity(free.key, "une longue phrase de passe");
    const elsewhere = await openOne();
    await expect(elsewhere.importIdentity(file, "une autre phrase de passe", "x")).rejects.toThrow("passphrase");
    const taken = await elsewhere.importIdentity(file, "une longue phrase de passe", "Repris");
    expect(taken).toEqual({ key: free.key, label: "Repris", isExportable: true });
    expect(await file.text()).not.toContain("Ailleurs");
  });

  test("texts pasted with hidden characters are cleaned; one that is too long is refused", async () => {
    const browser = await openOne();
    await foundSpace(browser);
    const body = { title: "Un\u202e bus\u200b", text: "e\u0301te\u0301\r\nfin " };
    const record = await browser.publish(SPACE, { ...PROPOSAL, body });
    expect(record.body).toMatchObject({ title: "Un bus", text: "été\nfin" });
    const long = { ...PROPOSAL, body: { title: "x".repeat(201), text: "x" } };
    await expect(browser.publish(SPACE, long)).rejects.toMatchObject({ code: "schema", where: "body.title" });
    expect(view(browser).log.records.size).toBe(2);
  });

  test("an erased text is gone from the log, from what is kept and from the file", async () => {
    const browser = openBrowser({ now: JAN_2021 });
    const tab = browser.openTab();
    await tab.open();
    const root = await foundSpace(tab);
    const anne = await tab.createIdentity("Anne", false);
    await tab.publish(SPACE, grantTo(anne.key));
    await tab.useIdentity(anne.key);
    const body = { title: "Un bus", text: "PHRASE-PLANTEE" };
    const { id } = await tab.publish(SPACE, { ...PROPOSAL, body });
    const before = await tab.exportSpace(SPACE);
    expect(await before.text()).toContain("PHRASE-PLANTEE");
    await tab.publish(SPACE, { type: "tombstone", scope: "dep:35", body: { target: id, reason: "author" } });
    expect(view(tab).log.records.get(id)?.body).toBeNull();
    expect(await (await tab.exportSpace(SPACE)).text()).not.toContain("PHRASE-PLANTEE");
    const again = browser.openTab();
    await again.open();
    expect(view(again).log.records.get(id)?.body).toBeNull();
    expect((await tab.previewFile(before)).erased).toBe(1);
    await tab.takeFile();
    expect(view(tab).log.records.get(id)?.body).toBeNull();
    expect(view(tab).hash).toBe(view(again).hash);
    expect(root).toBe(view(tab).state.roots[0]);
  });

  test("the browser is asked once to keep what is here, and an eviction is told", async () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    await tab.open();
    expect(browser.asked.persist).toBe(0);
    await tab.createIdentity("a", false);
    await tab.createIdentity("b", false);
    expect(browser.asked.persist).toBe(1);
    expect(tab.getState().keeping).toBe("persistent");
    indexedDB.deleteDatabase(browser.name);
    const later = browser.openTab();
    await later.open();
    expect(later.getState().wasEvicted).toBe(true);
  });

  test("registers that cannot be folded now are kept, and shown once they can", async () => {
    let isOffline = false;
    const loadTree = async () => {
      if (isOffline) throw new FailureError("pack-offline", { file: "places.json" });
      return TREE;
    };
    const browser = openBrowser({ loadTree });
    const tab = browser.openTab();
    await tab.open();
    await foundSpace(tab);
    isOffline = true;
    const later = browser.openTab();
    await later.open();
    expect(later.getState()).toMatchObject({
      status: "ready",
      spaces: [],
      awaited: [],
      failure: { code: "pack-offline" },
    });
    isOffline = false;
    await later.open();
    expect(later.getState().failure).toBeNull();
    expect(view(later).hash).toBe(view(tab).hash);
  });

  test("without a database the board says so and nothing else breaks", async () => {
    const { openContributions } = await import("../../../src/app/contributions/open-contributions.ts");
    const contributions = openContributions({ openStore: () => Promise.reject(new Error("denied")) });
    await contributions.open();
    expect(contributions.getState().status).toBe("unavailable");
  });
});

describe("from browser to browser by files", () => {
  test("each takes the other's file: the same state hash (failure test 40)", async () => {
    const [anne, bob] = [await openOne({ now: JAN_2021 }), await openOne({ now: JAN_2021 })];
    await foundSpace(anne);
    const bobKey = await bob.createIdentity("Bob", false);
    await anne.publish(SPACE, grantTo(bobKey.key));
    const preview = await bob.previewFile(await anne.exportSpace(SPACE));
    expect(preview).toMatchObject({ news: 2, known: 0, refused: [], isNewSpace: true, name: "Comité d’essai" });
    await bob.takeFile();
    const { id } = await bob.publish(SPACE, PROPOSAL);
    expect(view(bob).state.local).toEqual([id]);
    expect(view(bob).waiting).toEqual([id]);
    await anne.previewFile(await bob.exportSpace(SPACE));
    await anne.takeFile();
    expect(view(anne).state.contributions.map((one) => one.id)).toEqual([id]);
    await bob.previewFile(await anne.exportSpace(SPACE));
    await bob.takeFile();
    expect(view(bob).hash).toBe(view(anne).hash);
    expect(view(bob).waiting).toEqual([]);
    expect(await (await bob.exportSpace(SPACE)).text()).toBe(await (await anne.exportSpace(SPACE)).text());
  });

  test("a file that is not a register is refused whole; a wrong line is named, the rest taken", async () => {
    const anne = await openOne();
    await expect(anne.previewFile(new Blob(["{"]))).rejects.toMatchObject({ code: "malformed" });
    await foundSpace(anne);
    await anne.publish(SPACE, PROPOSAL);
    const text = await (await anne.exportSpace(SPACE)).text();
    const bob = await openOne();
    const preview = await bob.previewFile(new Blob([text.replace("Le mardi", "Le jeudi")]));
    expect(preview.refused).toEqual([{ line: 3, code: "body_hash_mismatch", where: "body" }]);
    await bob.takeFile();
    expect(view(bob).log.records.size).toBe(1);
  });

  test("one key that gives the orders in two browsers makes two registers: the alarm is raised (failure test 38)", async () => {
    const [anne, copy] = [await openOne(), await openOne()];
    const key = await foundSpace(anne);
    await copy.importIdentity(
      await anne.exportIdentity(key, "une longue phrase de passe"),
      "une longue phrase de passe",
      "",
    );
    await copy.previewFile(await anne.exportSpace(SPACE));
    await copy.takeFile();
    await anne.publish(SPACE, PROPOSAL);
    await copy.publish(SPACE, PROPOSAL);
    expect(view(anne).sync).toBe("none");
    await anne.previewFile(await copy.exportSpace(SPACE));
    await anne.takeFile();
    expect(view(anne).sync).toBe("fork");
    expect(view(anne).state.forks.map(({ kind }) => kind)).toEqual(["same-seq"]);
  });

  test("everything held is verified again on demand", async () => {
    const anne = await openOne();
    await foundSpace(anne);
    await anne.publish(SPACE, PROPOSAL);
    await anne.exportSpace(SPACE);
    expect(await anne.audit(SPACE)).toEqual({ records: 2, receipts: 2, checkpoints: 1, wrong: [], alarms: [] });
  });
});
