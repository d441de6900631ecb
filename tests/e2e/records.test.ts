import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/find-chromium.ts";
import { readDmlog } from "../../src/core/contributions/dmlog.ts";
import { foldLog, hashState } from "../../src/core/contributions/fold.ts";
import { createVerifier } from "../../src/platform/crypto/web-crypto.ts";
import { treeOfPlaces } from "../../src/worker/records-territories.ts";
import { oddLines, xssLog } from "../core/contributions/odd-files.ts";
import { expectAccessible } from "./accessible.ts";
import { IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const RECORDS = `${url}?page=participate&part=records`;
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
const relays: ChildProcess[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const relay of relays) relay.kill("SIGKILL");
  await browser.close();
});

async function openRecords(address = RECORDS, options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const visited = await visit(browser, address, options);
  await visited.page.locator("[data-records]").waitFor();
  return visited;
}

async function createKey(page: Page, label: string): Promise<string> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Créer une clé" }) });
  if (!(await form.isVisible())) await page.locator("summary", { hasText: "Créer une clé" }).click();
  await form.getByLabel("Nom de la clé, pour vous seul").fill(label);
  await form.getByRole("button", { name: "Créer une clé" }).click();
  const row = page.locator("[data-key]", { hasText: label });
  await row.waitFor();
  return String(await row.getAttribute("data-key"));
}

async function createSpace(page: Page, name: string, address: string, relay = ""): Promise<void> {
  const form = page.getByRole("form", { name: "Créer un registre" });
  if (!(await form.isVisible())) await page.locator("summary", { hasText: "Créer un registre" }).click();
  await form.getByLabel("Nom du registre").fill(name);
  await form.getByLabel("Adresse", { exact: true }).fill(address);
  await form.getByLabel("Adresse du relais, facultative").fill(relay);
  await form.getByRole("button", { name: "Créer un registre" }).click();
}

async function giveRole(page: Page, key: string, role: string): Promise<void> {
  await page.getByRole("button", { name: "Donner un rôle" }).click();
  const form = page.getByRole("form", { name: "Donner un rôle" });
  await form.getByLabel("Clé de la personne (43 signes)").fill(key);
  await form.getByLabel("Rôle").selectOption({ label: role });
  await form.getByLabel("Territoire").fill("dep:35");
  await form.getByRole("button", { name: "Vérifier" }).click();
  const said = page.getByRole("region", { name: "Vous donnez" });
  expect(await said.innerText()).toContain(key);
  expect(await said.innerText()).toContain("Ille-et-Vilaine");
  await said.getByRole("button", { name: "Donner ce rôle" }).click();
  await said.waitFor({ state: "detached" });
}

async function exportFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Enregistrer le fichier (.dmlog)" }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

async function takeFile(page: Page, text: string, name = "registre.dmlog"): Promise<void> {
  const input = page.locator('input[type="file"][accept^=".dmlog"]');
  await input.setInputFiles({ name, mimeType: "application/x-ndjson", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Prendre", exact: true }).click();
  await page.getByRole("button", { name: "Prendre", exact: true }).waitFor({ state: "detached" });
}

const hashOf = (page: Page) => page.locator("[data-hash]").innerText();

it.runIf(IS_FULL)("two browsers and one file each way have the same register (failure test 40)", async () => {
  const [anne, bob] = [await openRecords(), await openRecords()];
  await expectAccessible(anne.page);
  await createKey(anne.page, "Fondation");
  await createSpace(anne.page, "Comité d’essai", "committee:essai");
  await anne.page.locator("[data-space-page]").waitFor();
  const bobKey = await createKey(bob.page, "Bob");
  await giveRole(anne.page, bobKey, "animation");
  await bob.page.locator("summary", { hasText: "Prendre le fichier d" }).click();
  await takeFile(bob.page, await exportFile(anne.page));
  await bob.page.locator("[data-space-page]").waitFor();
  expect(await hashOf(bob.page)).toBe(await hashOf(anne.page));
  const carol = await openRecords();
  await giveRole(bob.page, await createKey(carol.page, "Carole"), "citoyen");
  await expect.poll(() => bob.page.locator('[data-fate="local"]').count()).toBe(1);
  expect(await hashOf(bob.page)).not.toBe(await hashOf(anne.page));
  await takeFile(anne.page, await exportFile(bob.page));
  await expect.poll(() => anne.page.locator("[data-grant]").count()).toBe(2);
  await takeFile(bob.page, await exportFile(anne.page));
  await expect.poll(() => bob.page.locator('[data-fate="local"]').count()).toBe(0);
  expect(await hashOf(bob.page)).toBe(await hashOf(anne.page));
  await anne.page.getByRole("button", { name: "Vérifier toutes les signatures" }).click();
  await anne.page.locator('[data-audit="exact"]').waitFor();
  await expectAccessible(anne.page);
  await anne.page.setViewportSize(PHONE);
  await expectAccessible(anne.page);
  expect([...anne.errors, ...bob.errors, ...carol.errors]).toEqual([]);
  expect([...anne.foreign, ...bob.foreign]).toEqual([]);
  for (const { context } of [anne, bob, carol]) await context.close();
});

/** Asks the built worker itself, as the page does. */
async function askWorker<T>({ page, requests }: Visit, job: string, input: unknown): Promise<T> {
  const script = requests.find((address) => /records-main/.test(address));
  return (await page.evaluate(
    async ([address, name, asked]) => {
      const { Worker: Started } = window;
      const worker = new Started(address, { type: "module" });
      const call = (id: number, work: string, given: unknown) =>
        new Promise((resolve, reject) => {
          worker.addEventListener("message", ({ data }) => {
            if (data.id !== id || "progress" in data) return;
            if ("output" in data) resolve(data.output);
            else if ("failure" in data) resolve(data);
            else reject(new Error(data.bug));
          });
          worker.postMessage({ id, job: work, input: given });
        });
      await call(1, "start", { packUrl: new URL("pack/", document.baseURI).href });
      const given = typeof asked === "string" ? { file: new Blob([asked]) } : asked;
      const output = await call(2, name, given).finally(() => worker.terminate());
      return output;
    },
    [script, job, input] as [string, string, unknown],
  )) as T;
}

it("odd signatures and texts have the same verdict, and the golden log the same state, in Chromium as here (failure tests 13, 15)", async () => {
  const visited = await openRecords();
  await createKey(visited.page, "Fondation");
  await createSpace(visited.page, "Essai", "committee:essai");
  await visited.page.locator("[data-space-page]").waitFor();
  const odd = await oddLines();
  const here = await readDmlog([Buffer.from(odd)], createVerifier(), RUN);
  const there = await askWorker<{ refused: unknown; records: { id: string }[] }>(visited, "readFile", odd);
  expect(there.refused).toEqual(here.refused);
  expect(new Set(here.refused.map(({ code }) => code))).toEqual(
    new Set(["bad_signature", "weak_key", "not_canonical", "malformed", "id_mismatch", "other_space"]),
  );
  expect(there.records.map(({ id }) => id)).toEqual(Array.from(here.log.records.keys()));

  const golden = readFileSync("tests/core/contributions/golden-v1.dmlog", "utf8");
  const read = await askWorker<{ records: { id: string; hdr: { type: string } }[]; receipts: unknown }>(
    visited,
    "readFile",
    golden,
  );
  const genesis = read.records.find(({ hdr }) => hdr.type === "genesis")!.id;
  const { records, receipts } = read;
  const question = { space: "committee:golden", genesis, asOf: "2026-02-01", isWhole: true, records, receipts };
  const folded = await askWorker<{ hash: string }>(visited, "fold", question);
  const { log } = await readDmlog([Buffer.from(golden)], createVerifier(), RUN);
  const { release } = JSON.parse(readFileSync("dist/pack/manifest.json", "utf8"));
  const territories = treeOfPlaces(JSON.parse(readFileSync("dist/pack/places.json", "utf8")), release);
  expect(folded.hash).toBe(hashState(foldLog({ log, genesis, territories, asOf: "2026-02-01" })));
  await visited.context.close();
});

it.runIf(IS_FULL)(
  "files too big, too deep or too long are refused while the page lives (failure test 18)",
  async () => {
    const { page, context, errors } = await openRecords();
    await page.locator("summary", { hasText: "Prendre le fichier d" }).click();
    for (const kind of ["heavy", "deep", "long"]) {
      await page.evaluate((which) => {
        const line = "a".repeat(1024 * 1023);
        const file = {
          heavy: () => new Blob(Array.from({ length: 100 }, () => `${line}\n`)),
          deep: () => new Blob([`${"[".repeat(10_000)}${"]".repeat(10_000)}\n`]),
          long: () => new Blob(Array.from({ length: 1000 }, () => "{}\n".repeat(1000))),
        }[which as "heavy"]();
        const carried = new DataTransfer();
        carried.items.add(new File([file], `${which}.dmlog`));
        const input = document.querySelector<HTMLInputElement>('input[type="file"][accept^=".dmlog"]');
        if (input) input.files = carried.files;
        input?.dispatchEvent(new Event("change", { bubbles: true }));
      }, kind);
      const said = page.getByRole("region", { name: "Prendre un fichier" }).getByRole("alert");
      const why = kind === "deep" ? /changée depuis sa signature/ : /plus grand que ce qui est admis/;
      await expect.poll(() => said.innerText()).toMatch(why);
    }
    await takeFile(page, (await xssLog()).text);
    await page.locator("[data-space-page]").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  },
);

it("no text of a record, a file or a key runs as code (failure test 31)", async () => {
  const { text, payloads } = await xssLog();
  const visited = await openRecords(RECORDS, {
    before: (context) =>
      context.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        document.addEventListener("securitypolicyviolation", ({ blockedURI }) => seen.push(`csp ${blockedURI}`));
        window.alert = () => seen.push("alert");
      }),
  });
  const { page, errors, foreign, context } = visited;
  await createKey(page, payloads[0]);
  await page.locator("summary", { hasText: "Prendre le fichier d" }).click();
  await takeFile(page, text, `${payloads[1].replaceAll("/", "")}.dmlog`);
  await page.locator("[data-space-page]").waitFor();
  for (const summary of await page.locator("summary", { hasText: "Ce qui est signé" }).all()) await summary.click();
  const shown = await page.locator("[data-space-page]").innerText();
  for (const payload of payloads) expect(shown).toContain(JSON.stringify(payload).slice(1, -1));
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  expect(await page.locator("[data-space-page] :is(script, img, iframe, object, a[href^='javascript'])").count()).toBe(
    0,
  );
  expect([errors, foreign]).toEqual([[], []]);
  await context.close();
});

it.runIf(IS_FULL)("a relay this page may not speak with is refused with the reason, and asked nothing", async () => {
  const { page, foreign, context } = await openRecords();
  await createKey(page, "Anne");
  await createSpace(page, "Essai", "committee:essai", "https://relais.example");
  const alert = page.getByRole("form", { name: "Créer un registre" }).getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toContain("n’a pas le droit");
  expect(foreign).toEqual([]);
  await context.close();
});

async function startRelay(port: number, store: string, founder: string) {
  const args = ["--import", "./scripts/sql-loader.ts", "src/cli/main.ts", "relay", "--app", "dist"];
  args.push("--port", String(port), "--store", `sqlite:${store}`, "--founder", founder);
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  relays.push(child);
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    address: line.split(" ")[0],
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

it.runIf(IS_FULL)(
  "a relay serves the page, what is written without it goes up later (failure tests 33, 36)",
  async () => {
    const port = await findPort();
    const store = join(mkdtempSync(join(tmpdir(), "oasis-e2e-")), "relay.sqlite");
    const nobody = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const first = await startRelay(port, store, nobody);
    const visited = await openRecords(`${first.address}/?page=participate&part=records`);
    const { page, context, foreign } = visited;
    const streams: string[] = [];
    context.on("request", (request) => {
      if (request.url().includes("/v1/stream")) streams.push(request.url());
    });
    const key = await createKey(page, "Fondation");
    await first.stop();
    const second = await startRelay(port, store, key);
    await createSpace(page, "Registre public", "public", second.address);
    await page.locator('[data-sync="live"]').waitFor();
    expect(await page.locator('[data-fate="effective"]').count()).toBe(1);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('[data-sync="live"], [data-sync="syncing"]').waitFor();
    expect(await hashOf(other)).toBe(await hashOf(page));
    await expect.poll(() => streams.length).toBe(1);
    await second.stop();
    await page.locator('[data-sync="offline"]').waitFor();
    const people = await openRecords();
    const citizen = await createKey(people.page, "Citoyenne");
    await giveRole(page, citizen, "citoyen");
    await expect.poll(() => page.locator('[data-fate="local"]').count()).toBe(1);
    await expect.poll(() => other.locator('[data-fate="local"]').count()).toBe(1);
    const third = await startRelay(port, store, key);
    await page.getByRole("button", { name: "Échanger maintenant" }).click();
    await expect.poll(() => page.locator('[data-fate="local"]').count()).toBe(0);
    await expect.poll(() => hashOf(other)).toBe(await hashOf(page));
    expect(await page.locator('[data-fate="effective"]').count()).toBe(2);
    expect(foreign).toEqual([]);
    await context.close();
    await people.context.close();
    await third.stop();
  },
);

it("what the browser threw away is told (failure test 35)", async () => {
  const { page, context } = await openRecords();
  await createKey(page, "Anne");
  await page.goto(url);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase("oasis-contributions").onsuccess = resolve;
      }),
  );
  await page.goto(RECORDS);
  await page.getByText("a effacé les clés").waitFor();
  await context.close();
});

it("on an address in clear keys are made and sign, and the page says who holds them (failure test 34)", async () => {
  const args = ["--no-sandbox", "--host-resolver-rules=MAP oasis.test 127.0.0.1", "--use-angle=swiftshader"];
  const clear = await chromium.launch({ executablePath: await findChromium(), args });
  const context = await clear.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(RECORDS.replace("127.0.0.1", "oasis.test"));
  await page.locator("[data-records]").waitFor();
  expect(await page.evaluate(() => [window.isSecureContext, crypto.subtle === undefined])).toEqual([false, true]);
  await page.getByText("n’est pas protégée").waitFor();
  await createKey(page, "Anne");
  await createSpace(page, "Essai", "committee:essai");
  await page.locator("[data-space-page]").waitFor();
  await page.getByRole("button", { name: "Vérifier toutes les signatures" }).click();
  await page.locator('[data-audit="exact"]').waitFor();
  expect(errors).toEqual([]);
  await clear.close();
});
