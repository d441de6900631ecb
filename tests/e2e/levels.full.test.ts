import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ANNE, COMMITTEE, newFile, ROOT, write, writeGenesis } from "../relay/open-relay.ts";
import { startProvider } from "../relay/openid-provider.ts";
import { freePort } from "../relay/postgres.ts";
import { killRelays, send, startRelay } from "../relay/relay-process.ts";
import { startSmtp } from "../relay/smtp-server.ts";
import { expectAccessible } from "./accessible.ts";
import { launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const CONFIRM = "Confirmer mon soutien";

let browser: Browser;
/** The application and its relay on one origin. */
let site: string;
let proposal: string;
let genesis: string;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let provider: Awaited<ReturnType<typeof startProvider>>;

beforeAll(async () => {
  [browser, smtp, provider] = await Promise.all([launchBrowser(), startSmtp(), startProvider("oasis", "secret")]);
  const port = await freePort();
  site = `http://127.0.0.1:${port}/`;
  const mail = ["--site", site, "--mail", smtp.url, "--mail-from", "Oasis <oasis@example.org>"];
  const oidc = ["--oidc-issuer", provider.issuer, "--oidc-client", "oasis", "--oidc-name", "Essai"];
  process.env.OASIS_OIDC_SECRET = "secret";
  const where = ["--port", String(port), "--app", "dist", "--space", COMMITTEE];
  const relay = await startRelay(`sqlite:${newFile()}`, [...where, ...mail, ...oidc]);
  const url = site.slice(0, -1);
  const begun = await writeGenesis(COMMITTEE, relay.key);
  genesis = begun.id;
  await send(url, begun, await grant(ANNE.key, "steward"));
  const asked = { question: "Quel arrêt d’abord ?", options: ["Balazé", "Argentré"], quorum: 1 };
  const window = { opens: day(-1), closes: day(20) };
  const ballot = await write(ANNE, "consultation", { ...asked, ...window }, COMMITTEE, day(-1));
  const bus = await write(
    ANNE,
    "proposal",
    { title: "Un bus le mardi", text: "Devant la mairie." },
    COMMITTEE,
    day(-1),
  );
  proposal = bus.id;
  expect((await send(url, ballot, bus)).map(({ status }) => status)).toEqual([201, 201]);
});
afterAll(async () => {
  await browser.close();
  killRelays();
  await Promise.all([smtp.stop(), provider.stop()]);
});

const grant = (subject: string, role: string) =>
  write(ROOT, "grant", { subject, role, notBefore: day(-1), notAfter: day(300) }, COMMITTEE, day(-1));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tallies = (page: Page) => page.locator("[data-supports] dd").allInnerTexts();

/** Somebody with a key and a role, before the proposal. */
async function open(): Promise<Visit> {
  const visited = await visit(browser, `${site}?page=participate&part=records&view=table`, {
    // The provider is elsewhere, as it should be.
    before: (context) => context.route(`${provider.issuer}/**`, (route) => route.continue()),
  });
  const { page } = visited;
  await page.locator("[data-records]").waitFor();
  const form = page.locator("form").filter({ has: button(page, "Créer une clé") });
  if (!(await form.isVisible())) await page.locator("summary", { hasText: "Créer une clé" }).click();
  await form.getByRole("textbox").first().fill("Ma clé");
  await button(page, "Créer une clé").click();
  const key = String(await page.locator("[data-key]").first().getAttribute("data-key"));
  await send(site.slice(0, -1), await grant(key, "citizen"));
  const carried = new URLSearchParams({ space: COMMITTEE, genesis, relay: site.slice(0, -1) });
  await page.goto(`${site}?page=participate&part=records&view=table#join=${encodeURIComponent(carried.toString())}`);
  await page.reload();
  await button(page, "Rejoindre").click();
  await button(page, "Rejoindre").waitFor({ state: "detached" });
  await page.goto(`${site}?page=participate&part=proposals&view=table&space=${COMMITTEE}&record=${proposal}`);
  await page.getByRole("heading", { name: "Un bus le mardi" }).waitFor();
  return visited;
}

it("a support by mail: asked for, confirmed by a click on the link, counted apart", async () => {
  const { page, context, requests, errors, foreign } = await open();
  const asked = () => requests.filter((url) => /mail-links|claims|sign-ins/.test(url)).length;
  await button(page, "Choisir comment").click();
  await page.getByLabel("Par courriel").check();
  await expectAccessible(page);
  expect([asked(), smtp.letters.length]).toEqual([0, 0]);
  const address = page.getByLabel("Votre adresse de courriel");
  await address.fill("anne+bus@exemple.fr");
  await address.press("Enter");
  await page.getByText(/Un lien a été demandé pour anne\+bus@exemple\.fr/).waitFor();
  await expect.poll(() => smtp.letters.length).toBe(1);
  const link = /^http:\S+$/m.exec(smtp.letters[0].text)![0];

  // Read on a phone: the link says where its code is to be typed.
  const phone = await visit(browser, link, { viewport: PHONE });
  await phone.page.locator('[data-verify="elsewhere"]').waitFor();
  const code = /#verify=([0-9A-Z-]{19})/.exec(link)![1];
  expect(await phone.page.locator('[data-verify="elsewhere"]').innerText()).toContain(code);
  await expectAccessible(phone.page);
  await phone.context.close();

  await page.goto(link);
  const confirm = page.locator('[data-verify="confirm"]');
  await confirm.getByText("Un bus le mardi").waitFor();
  await expectAccessible(page);
  expect(await tallies(page)).toEqual(["0", "0", "0", "aucun"]);
  expect(requests.filter((url) => url.includes("/v1/claims"))).toEqual([]);
  await confirm.getByRole("button", { name: CONFIRM }).click();
  await confirm.waitFor({ state: "detached" });
  await expect.poll(() => tallies(page)).toEqual(["0", "0", "1", "aucun"]);
  await page.getByText("Votre voix est vérifiée par courriel").waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await page.reload();
  await expect.poll(() => tallies(page)).toEqual(["0", "0", "1", "aucun"]);
  await page.goto(link);
  await page.locator('[data-verify="confirm"]').getByRole("button", { name: CONFIRM }).click();
  await page.getByText(/Ce code a déjà servi/).waitFor();
  expect([errors.filter((one) => !one.includes("409")), foreign]).toEqual([[], []]);
  await context.close();
});

it("a support by an identity provider: a way there and back, then a click; a way back that fails says so", async () => {
  const { page, context } = await open();
  await expect.poll(() => tallies(page)).toEqual(["0", "0", "1", "aucun"]);
  await button(page, "Choisir comment").click();
  provider.state.wrongs = { claims: (said) => ({ ...said, aud: "eve" }) };
  await page.getByLabel("Se connecter avec Essai").check();
  await expectAccessible(page);
  expect(provider.state.asked).toEqual([]);
  await button(page, "Aller chez Essai").click();
  await page.getByText("La connexion n’a pas abouti").waitFor();
  await button(page, "Fermer").click();
  provider.state.wrongs = {};
  await button(page, "Choisir comment").click();
  await page.getByLabel("Se connecter avec Essai").check();
  await button(page, "Aller chez Essai").click();
  const confirm = page.locator('[data-verify="confirm"]');
  await confirm.getByRole("button", { name: CONFIRM }).click();
  await confirm.waitFor({ state: "detached" });
  await expect.poll(() => tallies(page)).toEqual(["0", "1", "1", "aucun"]);
  await context.close();
});
