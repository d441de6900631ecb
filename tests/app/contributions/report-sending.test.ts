import { describe, expect, test } from "vitest";
import { RELAY } from "../../relay/open-relay.ts";
import { openBrowser, openOne } from "./open-browser.ts";
import { startRelay, WAIT } from "./start-relay.ts";

describe("reports", () => {
  const DRAFT = {
    kind: "delay",
    profession: "gp",
    month: "2026-11",
    scope: "com:35360",
    text: "Trois mois d’attente",
  } as const;

  test("sent without a key, followed and withdrawn with the secret kept here", async () => {
    const browser = await openOne();
    const waiting = await browser.sendReport(DRAFT);
    expect(waiting.state).toBe("waiting");
    expect(JSON.parse(await (await browser.exportReports()).text()).reports).toHaveLength(1);
    const relay = await startRelay(RELAY.key);
    await browser.chooseReportRelay(relay.url);
    expect(browser.getState().reports.map(({ state }) => state)).toEqual(["received"]);
    await browser.refreshReports();
    expect(browser.getState().reports[0]).toMatchObject({ state: "received", relay: relay.url });
    expect(JSON.parse(await (await browser.exportReports()).text()).reports).toEqual([]);
    await browser.withdrawReport(waiting.id);
    expect(browser.getState().reports[0].state).toBe("withdrawn");
    expect(browser.getState().reports[0].body.text).toBeUndefined();
    expect(browser.getState().identities).toEqual([]);
  });

  test("sent again for want of an answer it is one report; withdrawn meanwhile, it is none", async () => {
    const relay = await startRelay(RELAY.key);
    const posted: string[] = [];
    let swallowed = 0;
    // The relay takes it, the network loses the answer.
    const lossy: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== "POST") return answer;
      posted.push(JSON.parse(String(init.body)).secret);
      if (swallowed++ % 2 === 0) throw new TypeError("network changed");
      return answer;
    };
    const browser = await openOne({ fetch: lossy });
    await browser.chooseReportRelay(relay.url);
    expect((await browser.sendReport(DRAFT)).state).toBe("waiting");
    expect(browser.getState().reportProblem).toEqual({ code: "unreachable", notBefore: null });
    await browser.refreshReports();
    expect(browser.getState().reports[0].state).toBe("received");
    expect(browser.getState().reportProblem).toBeNull();
    expect(posted).toEqual([posted[0], posted[0]]);
    expect(await relay.store.reports("public", "", 10)).toHaveLength(1);
    const other = await browser.sendReport(DRAFT);
    expect(other.state).toBe("waiting");
    expect(await relay.store.reports("public", "", 10)).toHaveLength(2);
    await browser.withdrawReport(other.id);
    expect(await relay.store.reports("public", "", 10)).toHaveLength(1);
  });

  test("leaves by itself once the relay is there, and nothing is asked of another", async () => {
    const relay = await startRelay(RELAY.key);
    const asked: string[] = [];
    let isThere = false;
    const away: typeof fetch = (input, init) => {
      asked.push(String(input));
      return isThere ? fetch(input, init) : Promise.reject(new TypeError("no network"));
    };
    const browser = await openOne({ fetch: away });
    await browser.sendReport(DRAFT);
    expect(asked).toEqual([]);
    await browser.chooseReportRelay(relay.url);
    isThere = true;
    await expect.poll(() => browser.getState().reports[0].state, WAIT).toBe("received");
    expect(new Set(asked)).toEqual(new Set([`${relay.url}/v1/reports`]));
  });

  test.each([
    [422, { code: "schema", where: "x" }, "refused"],
    [403, { code: "no_grant", where: "x" }, "refused"],
    [408, { code: "malformed", where: "x" }, "waiting"],
    [425, { code: "clock_skew", where: "x" }, "waiting"],
    [429, { code: "rate", where: "600" }, "waiting"],
    [503, { code: "busy", where: "x" }, "waiting"],
    [500, { code: "error", where: "x" }, "waiting"],
    // A proxy before a relay that is being started again.
    [404, null, "waiting"],
  ])("an answer %i %j leaves it %s", async (status, said, state) => {
    const relay = "http://127.0.0.1:9";
    let now = Date.parse("2026-11-23T10:00:00Z");
    const answers = { count: 0 };
    const stub: typeof fetch = async () => {
      answers.count++;
      return new Response(said === null ? "<html>" : JSON.stringify(said), {
        status,
        headers: status === 429 ? { "retry-after": "600" } : {},
      });
    };
    const browser = openBrowser({ fetch: stub, now: () => new Date(now) });
    const tab = browser.openTab();
    await tab.open();
    await tab.chooseReportRelay(relay);
    expect((await tab.sendReport(DRAFT)).state).toBe(state);
    if (status !== 429) return;
    expect(tab.getState().reportProblem).toEqual({ code: "rate", notBefore: "2026-11-23T10:10:00.000Z" });
    // Neither this tab, nor one opened later, nor a gesture asks before.
    const later = browser.openTab();
    await later.open();
    now += 599_000;
    await tab.refreshReports();
    await later.refreshReports();
    expect(answers.count).toBe(1);
    now += 1000;
    await later.refreshReports();
    expect(answers.count).toBe(2);
  });

  test("two tabs told of a chance together send it once", async () => {
    const relay = await startRelay(RELAY.key);
    let [posts, together, most] = [0, 0, 0];
    const slow: typeof fetch = async (input, init) => {
      if (init?.method === "POST") posts++;
      most = Math.max(most, ++together);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return fetch(input, init).finally(() => together--);
    };
    const browser = openBrowser({ fetch: slow });
    const [one, two] = [browser.openTab(), browser.openTab()];
    await Promise.all([one.open(), two.open()]);
    await one.sendReport(DRAFT);
    await Promise.all([one.chooseReportRelay(relay.url), two.open(), two.refreshReports()]);
    await two.refreshReports();
    expect(one.getState().reports[0].state).toBe("received");
    expect([posts, most]).toEqual([1, 1]);
  });

  test("one that tells who somebody is does not leave", async () => {
    const browser = await openOne();
    const told = browser.sendReport({ ...DRAFT, text: "Appelez le 06 12 34 56 78" });
    await expect(told).rejects.toMatchObject({ code: "personal_data", where: "phone" });
    expect(browser.getState().reports).toEqual([]);
  });
});
