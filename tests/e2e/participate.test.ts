import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createEngine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { ANNE, BOB, COMMITTEE, EVE, newFile, ROOT, write, writeGenesis } from "../relay/open-relay.ts";
import { killRelays, runRelayCommand, send, startRelay } from "../relay/relay-process.ts";
import { expectAccessible } from "./accessible.ts";
import { IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const base = inject("baseUrl");
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

let browser: Browser;
/** The application and its relay on one origin. */
let site: string;
let relayKey: string;
let codes: readonly string[];

beforeAll(async () => {
  browser = await launchBrowser();
  const store = `sqlite:${newFile()}`;
  const printed = await runRelayCommand("codes", "--count", "2", "--store", store);
  codes = printed.out.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g) ?? [];
  const relay = await startRelay(store, ["--app", "dist", "--space", "public", "--space", COMMITTEE]);
  [site, relayKey] = [`${relay.url}/`, relay.key];
});
afterAll(async () => {
  await browser.close();
  killRelays();
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
/** With the table in place of the map: nothing here is about drawing. */
const show = (page: Page, query: string, from = site) =>
  page.goto(`${from}?page=participate&territory=dep:35&view=table${query}`);

/** The three steps up to the preview, in Balazé unless another commune is typed. */
async function fillReport(page: Page, text: string): Promise<void> {
  await page.getByLabel("Délai trop long").check();
  await button(page, "Continuer").click();
  await page.getByLabel("Délai proposé (facultatif)").selectOption("months");
  await page.getByLabel("Avec vos mots (facultatif)").fill(text);
  await button(page, "Continuer").click();
}

describe("a difficulty reported on a phone", () => {
  let phone: Visit;
  beforeAll(async () => {
    phone = await visit(browser, `${base}?page=participate&territory=dep:35&selected=com:35015`, { viewport: PHONE });
    await phone.page.getByRole("heading", { name: "Qu’est-ce qui bloque ?" }).waitFor();
  });

  it("says what is missing, and is read by whoever cannot see", async () => {
    const { page } = phone;
    await button(page, "Continuer").click();
    await page.getByText("Choisissez ce qui bloque.").waitFor();
    await expectAccessible(page);
  });

  it("replaces a commune of few people by its group, and says so", async () => {
    const { page } = phone;
    const where = page.getByLabel("Où ? À la commune, jamais plus précis.");
    await where.fill("35038");
    await page.getByRole("option").first().click();
    const said = page.getByText(/a moins de 1\s?000 habitants/);
    await said.waitFor();
    expect(plain(await said.innerText())).toContain("CA Vitré Communauté");
    await where.fill("Balazé");
    await page.getByRole("option", { name: /Balazé/ }).click();
    await said.waitFor({ state: "detached" });
  });

  it("goes no further while the text tells who somebody is, and names what does", async () => {
    const { page } = phone;
    await fillReport(page, "Rappelez Mme Martin au 06 12 34 56 78 ou a@b.fr, je suis atteint de diabète");
    const found = page.getByRole("listitem").filter({ hasText: "« " });
    expect((await found.allInnerTexts()).map(plain)).toEqual([
      "le nom d’une personne : « Mme Martin »",
      "un numéro de téléphone : « 06 12 34 56 78 »",
      "une adresse électronique : « a@b.fr »",
      "une information sur la santé : « je suis atteint »",
    ]);
    await page.getByText(/Ce texte dit qui est quelqu’un/).waitFor();
    await page.getByRole("heading", { name: "Voici exactement ce qui part" }).waitFor({ state: "hidden" });
    await expectAccessible(page);
  });

  it("is kept offline, without a request, until somebody takes it", async () => {
    const { page, context, requests, foreign } = phone;
    await page.getByLabel("Avec vos mots (facultatif)").fill("Trois mois d’attente.");
    await button(page, "Continuer").click();
    await page.getByRole("heading", { name: "Voici exactement ce qui part" }).waitFor();
    await expectAccessible(page);
    await context.setOffline(true);
    const before = requests.length;
    await button(page, "Garder dans ce navigateur").click();
    await page.getByText("Cochez votre accord pour continuer.").waitFor();
    await page.getByLabel(/J’accepte que ce message/).check();
    await button(page, "Garder dans ce navigateur").click();
    await page.getByRole("heading", { name: "Gardé ici, merci" }).waitFor();
    expect(requests.slice(before)).toEqual([]);
    await context.setOffline(false);
    await page.reload();
    await page.getByRole("heading", { name: "Mes signalements (1)" }).waitFor();
    await page.getByText("Trois mois d’attente.").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Exporter en fichier").click()]);
    expect(file.suggestedFilename()).toBe("oasis-signalements.json");
    expect(foreign).toEqual([]);
  });

  it("prints the same questions on one page, without the application", async () => {
    const { page } = phone;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await button(page, "Imprimer le formulaire papier").click();
    await page.locator("body[data-printed]").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#root").isVisible()).toBe(false);
    const sheet = page.getByRole("article").filter({ hasText: "Difficultés d’accès aux soins" });
    expect(plain(await sheet.innerText())).toContain("1. Qu’est-ce qui bloque ?");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await phone.context.close();
  });
});

it("sends to a relay exactly what the preview shows, and takes it back", async () => {
  const { page, context } = await visit(
    browser,
    `${site}?page=participate&territory=dep:35&selected=com:35015&view=table`,
  );
  const posted: Request[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") posted.push(request);
  });
  await fillReport(page, "Trois mois d’attente.");
  await button(page, /Relais de ce site/).click();
  await page.getByLabel(/J’accepte que ce message/).check();
  await page.getByText("Le message, lettre pour lettre").click();
  const shown = JSON.parse(await page.getByTestId("exact-message").innerText());
  expect(posted).toEqual([]);
  await button(page, /^Envoyer à 127/).click();
  await page.getByRole("heading", { name: "Reçu, merci" }).waitFor();
  expect(posted).toHaveLength(1);
  expect(new URL(posted[0].url()).pathname).toBe("/v1/reports");
  const { secret, ...told } = posted[0].postDataJSON();
  expect({ ...told, secret: "…" }).toEqual(shown);
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(Object.keys(await posted[0].allHeaders())).not.toEqual(expect.arrayContaining(["authorization"]));
  await button(page, /^Retirer : /).click();
  await button(page, "Retirer pour de bon").click();
  await page.getByText("retiré", { exact: true }).waitFor();
  await context.close();
});

describe("a committee on its relay", () => {
  let genesis: string;
  let citizen: Visit;
  let moderator: Visit;

  async function join(role: string, more: Readonly<Record<string, string>> = {}): Promise<Visit> {
    const one = await visit(browser, `${site}?page=participate&part=committee&territory=dep:35&view=table`);
    const { page } = one;
    await page.getByLabel("Comment voulez-vous l’appeler").fill("Essai");
    await button(page, "Créer ma clé").click();
    const subject = await page.locator("[data-my-key]").innerText();
    await grant(subject, role, more);
    const carried = new URLSearchParams({ space: COMMITTEE, genesis, relay: site.replace(/\/$/, "") });
    await page.goto(
      `${site}?page=participate&part=committee&view=table#join=${encodeURIComponent(carried.toString())}`,
    );
    await page.reload();
    await button(page, "Rejoindre").click();
    await page.getByRole("link", { name: "Essai", exact: true }).waitFor();
    return one;
  }

  /** A role in the public register, for a key that has one in the committee. */
  async function joinPublic({ page }: Visit, role: string): Promise<void> {
    const begun = await writeGenesis("public", relayKey);
    await show(page, "&part=committee");
    const subject = await page.locator("[data-my-key]").innerText();
    const body = { subject, role, notBefore: day(-1), notAfter: day(300) };
    const given = await write(ROOT, "grant", body, "public", day(-1));
    expect(await send(site.slice(0, -1), begun, given)).toMatchObject([{ status: 201 }, { status: 201 }]);
    const carried = new URLSearchParams({ space: "public", genesis: begun.id, relay: site.replace(/\/$/, "") });
    await page.goto(`${site}?page=participate&part=records&view=table#join=${encodeURIComponent(carried.toString())}`);
    await page.reload();
    await button(page, "Rejoindre").click();
    await button(page, "Rejoindre").waitFor({ state: "detached" });
  }

  async function grant(subject: string, role: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const body = { subject, role, notBefore: day(-1), notAfter: day(300), ...more };
    const [{ status }] = await send(site.slice(0, -1), await write(ROOT, "grant", body, COMMITTEE, day(-1)));
    expect(status).toBe(201);
  }

  beforeAll(async () => {
    const begun = await writeGenesis(COMMITTEE, relayKey);
    genesis = begun.id;
    expect(await send(site.slice(0, -1), begun)).toMatchObject([{ status: 201 }]);
    await grant(ANNE.key, "steward");
    const text = { question: "Quel arrêt d’abord ?", options: ["Balazé", "Argentré"], opens: day(-1), closes: day(20) };
    const ballot = await write(ANNE, "consultation", { ...text, quorum: 1 }, COMMITTEE, day(-1));
    expect(await send(site.slice(0, -1), ballot)).toMatchObject([{ status: 201 }]);
    citizen = await join("citizen");
    moderator = await join("moderator");
  });

  it("takes a proposal, a comment and the support of a paper code", async () => {
    const { page } = citizen;
    await show(page, `&part=proposals&space=${COMMITTEE}&selected=com:35015`);
    await button(page, "Proposer").click();
    await page.getByLabel("Nature").first().selectOption("stop");
    await page.getByLabel("En une phrase").fill("Un médicobus le mardi");
    await page.getByLabel("Pourquoi, pour qui, comment").fill("Devant la mairie, de 9 h à 12 h.");
    await button(page, "Publier la proposition").click();
    await page.getByRole("heading", { name: "Un médicobus le mardi" }).waitFor();
    await page.getByText("en attente : pas encore reçue").waitFor({ state: "detached" });
    await page.getByLabel("Votre commentaire").fill("<b>Plutôt le jeudi</b> https://exemple.fr");
    await button(page, "Commenter").click();
    const comment = page.locator("[data-comment]");
    await comment.getByText("<b>Plutôt le jeudi</b> https://exemple.fr").waitFor();
    expect(await comment.getByRole("link").count()).toBe(0);
    await button(page, "Choisir comment").click();
    await page.getByLabel("Avec un code papier").check();
    // A relay without a mail server or an identity provider offers neither.
    await page.getByLabel("Sans vérification").waitFor();
    expect(await page.locator("[data-ways]").getByRole("radio").count()).toBe(2);
    await page.getByLabel("Code imprimé").fill(codes[0]);
    await button(page, "Confirmer mon soutien").click();
    await page.getByText("Vous soutenez cette proposition.").waitFor();
    const levels = page.locator("[data-supports] dd");
    await expect.poll(() => levels.allInnerTexts()).toEqual(["1", "0", "0", "aucun"]);
    await expectAccessible(page);
  });

  it.runIf(IS_FULL)("tells the author the moderator’s reason, and the moderator the author’s appeal", async () => {
    const { page } = moderator;
    await show(page, `&part=moderation&space=${COMMITTEE}`);
    await button(page, /^Décider : Proposition/).click();
    await page.getByLabel("Ce que l’on fait").selectOption("hide");
    await button(page, "Signer la décision").click();
    await page.getByText(/Le motif et l’exposé sont obligatoires/).waitFor();
    await page.getByLabel("Motif", { exact: true }).selectOption("off-topic");
    await page.getByLabel("Exposé des motifs").fill("La commune a déjà un arrêt.");
    await expectAccessible(page);
    await button(page, "Signer la décision").click();
    await page
      .getByText(/^masqué par vous/)
      .first()
      .waitFor();
    const author = citizen.page;
    await expect.poll(() => author.locator("[data-moderation]").allInnerTexts(), { timeout: 40_000 }).toHaveLength(1);
    expect(plain(await author.locator("[data-moderation]").innerText())).toContain(
      "Hors sujet. La commune a déjà un arrêt.",
    );
    await button(author, "Contester").click();
    await author.getByLabel("Pourquoi cette décision vous paraît-elle fausse ?").fill("Cet arrêt a fermé en mai.");
    await button(author, "Signer la contestation").click();
    await author.getByText(/Vous avez contesté/).waitFor();
    const appeal = page.locator("[data-appeal]");
    await appeal.getByText("Cet arrêt a fermé en mai.").waitFor();
    // Who decided does not decide again.
    expect(await appeal.getByRole("button").count()).toBe(0);
    expect(await page.locator("[data-text]").getByText("Un médicobus le mardi").count()).toBe(1);
  });

  it.runIf(IS_FULL)("tells who reported the reason of the relay’s moderator, and takes the appeal", async () => {
    const author = citizen.page;
    await show(author, "&selected=com:35015");
    await fillReport(author, "Trois mois d’attente.");
    await button(author, /Relais de ce site/).click();
    await author.getByLabel(/J’accepte que ce message/).check();
    await button(author, /^Envoyer à 127/).click();
    await author.getByRole("heading", { name: "Reçu, merci" }).waitFor();
    const { page } = moderator;
    await joinPublic(moderator, "moderator");
    await show(page, "&part=moderation&space=public");
    await button(page, "Lire ceux du relais").click();
    const report = page.locator("[data-report]");
    await report.getByText("Trois mois d’attente.").waitFor();
    await report.getByLabel("Récit réécrit, publié (facultatif)").fill("Mme Martin attend trois mois");
    await report.getByLabel("Motif, lu par l’auteur").fill("Déjà compté en octobre.");
    await button(page, "Compter").click();
    await report.getByText(/Ce texte dit qui est quelqu’un/).waitFor();
    await expectAccessible(page);
    await button(page, "Doublon").click();
    await report.getByText("doublon", { exact: true }).waitFor();
    await button(author, "Demander des nouvelles").click();
    await author.getByText("Motif : Déjà compté en octobre.").waitFor();
    await button(author, /^Contester : /).click();
    await author.getByLabel("Pourquoi cette décision vous paraît-elle fausse ?").fill("C’est un autre mois.");
    await button(author, "Envoyer la contestation").click();
    await author.getByText("reçu, à relire").waitFor();
    await button(page, "Lire ceux du relais").click();
    await report.getByText("Contestation : C’est un autre mois.").waitFor();
  });

  it.runIf(IS_FULL)("computes access again with a correction two organisations made", async () => {
    const claim = { dataset: "facilities", release: "1", row: "35360", field: "D265", old: "", new: "0" };
    const engine = createEngine(await openNodePack("data"));
    const run = { signal: { aborted: false }, progress: () => undefined };
    const { facilities } = await engine.describeCommune("35360", run);
    const old = String(facilities.find(({ type }) => type === "D265")?.count2024);
    for (const [signer, organisation] of [
      [BOB, "Usagers 35"],
      [EVE, "CPTS de Vitré"],
    ] as const) {
      await grant(signer.key, "association", { organisation });
      const body = { ...claim, old, evidence: "site-visit", evidenceDate: day(-1) };
      const record = await write(signer, "correction", body, COMMITTEE, day(-1), "com:35360");
      expect(await send(site.slice(0, -1), record)).toMatchObject([{ status: 201 }]);
    }
    const { page } = moderator;
    await show(page, `&part=corrections&space=${COMMITTEE}`);
    const item = page.locator("[data-correction]");
    await item.getByText("confirmée par deux organisations").waitFor();
    expect(plain(await item.innerText())).toContain(`${old} → 0`);
    await button(page, /^Accepter/).click();
    await item.getByText("acceptée", { exact: true }).waitFor();
    await page.getByText("Corrigé", { exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("corrected")).toBe("1");
    const both = page.locator("[data-corrected]");
    await both.getByText("1 correction appliquée").waitFor({ timeout: 60_000 });
    const rows = (await both.getByRole("row").allInnerTexts()).map((row) => plain(row).split("\t"));
    const correction = {
      ...claim,
      old,
      id: "x",
      claims: ["x"],
      organisations: [],
      state: "accepted" as const,
      scopes: ["com:35360"],
      isHidden: false,
    };
    const { figures } = await engine.describeCorrected(
      {
        territory: { kind: "departement", code: "35" },
        series: { profession: "gp", year: 2023, ages: "all" },
        threshold: null,
        corrections: [correction],
        withCorroborated: false,
      },
      run,
    );
    const write2 = (value: number) =>
      value.toLocaleString("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    expect(rows[2].slice(1, 3)).toEqual([write2(figures.official.mean), write2(figures.corrected.mean)]);
    expect(figures.corrected.mean).toBeLessThan(figures.official.mean);
    await expectAccessible(page);
    expect(moderator.errors).toEqual([]);
  });
});
