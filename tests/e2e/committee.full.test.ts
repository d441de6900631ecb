import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { formatScenario, type Scenario } from "../../src/core/scenario/document.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { expectAccessible } from "./accessible.ts";
import { DESKTOP, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const base = inject("baseUrl");
const url = `${base}?page=participate&part=committee&territory=dep:22`;
const NAME = "Comité du Centre-Bretagne";
const QUESTION = "Où ouvrir une maison de santé ?";
const RUN = { signal: { aborted: false }, progress: () => undefined };
const OPTIONS = ["Rostrenen, 4 médecins", "Loudéac, 4 médecins"] as const;

let browser: Browser;
/** Three people, three browsers, no server between them: what they pass to each other is files. */
let steward: Visit;
let user: Visit;
let professional: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  steward = await arrive(DESKTOP);
  user = await arrive(PHONE);
  professional = await arrive(DESKTOP);
});
afterAll(() => browser.close());

async function arrive(viewport: { width: number; height: number }): Promise<Visit> {
  const now = new Date("2026-11-23T09:00:00Z");
  return visit(browser, url, { viewport, before: (context) => context.clock.setFixedTime(now) });
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const open = (page: Page, name: string) => page.getByRole("link", { name }).first().click();

/** Another day in one browser. */
async function wake({ page }: Visit, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T09:00:00Z`));
  await page.reload();
}

async function save({ page }: Visit): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Enregistrer le fichier").click()]);
  return download.path();
}

/** Takes a file once what it brings is said. */
async function take({ page }: Visit, path: string): Promise<string> {
  await page.locator('input[accept*=".dmlog"]').first().setInputFiles(path);
  const preview = page.getByRole("region", { name: "Ce que le fichier apporte" });
  const said = await preview.innerText();
  await preview.getByRole("button", { name: "Prendre" }).click();
  await preview.waitFor({ state: "detached" });
  return said;
}

async function keyOf({ page }: Visit): Promise<string> {
  await page.getByLabel("Comment voulez-vous l’appeler").fill("Clé d’essai");
  await button(page, "Créer ma clé").click();
  return page.locator("[data-my-key]").innerText();
}

/** Cells of a college in the results of an option. */
const tally = ({ page }: Visit, option: string, college: string) =>
  page.getByRole("table", { name: option }).locator(`[data-college=${college}] td`).allInnerTexts();

it("begins a committee: a founding key gives the everyday key its role", async () => {
  const { page } = steward;
  await button(page, "Créer un comité").click();
  await button(page, "Créer le comité").click();
  await page.getByText("Donnez un nom au comité.").waitFor();
  await page.getByLabel("Nom du comité").fill(NAME);
  await page.getByText("Adresse : committee:comite-du-centre-bretagne").waitFor();
  await button(page, "Créer le comité").click();
  await page.getByRole("heading", { name: NAME }).waitFor();
  await page.getByText("Votre place : animation (jusqu’au 23 novembre 2029).").waitFor();
  await expectAccessible(page);
});

it("enrols two members of two colleges, naming what is given before it is signed", async () => {
  const { page } = steward;
  const keys = [await keyOf(user), await keyOf(professional)];
  await button(page, "Inscrire quelqu’un").click();
  const form = page.getByRole("form", { name: "Inscrire quelqu’un" });
  await form.getByLabel("Sa clé").fill("pas une clé");
  await form.getByRole("button", { name: "Vérifier" }).click();
  await form.getByText("Ce n’est pas une clé").waitFor();
  for (const [k, college] of ["users", "professionals"].entries()) {
    if (k > 0) await button(page, "Inscrire quelqu’un").click();
    await form.getByLabel("Sa clé").fill(keys[k]);
    await form.getByLabel("Collège").selectOption(college);
    await form.getByLabel("Organisation").fill(`Organisation ${college}`);
    await form.getByRole("button", { name: "Vérifier" }).click();
    const given = page.getByRole("region", { name: "Vous donnez" });
    const said = await given.innerText();
    for (const part of [keys[k], "membre", `Organisation ${college}`, "Côtes-d’Armor", "23 novembre 2027 compris"]) {
      expect(said.replaceAll("'", "’")).toContain(part);
    }
    await given.getByRole("button", { name: "Donner ce rôle" }).click();
    await page.locator(`[data-member="${keys[k]}"]`).waitFor();
  }
});

it("asks the committee to choose between two scenarios, sealed with what they give", async () => {
  const { page } = steward;
  await page.goto(`${base}?page=act&mode=scenario&territory=dep:22`);
  for (const [k, commune] of ["22266", "22136"].entries()) {
    const file = { name: `${commune}.json`, mimeType: "application/json", buffer: Buffer.from(scenario(k, commune)) };
    await page.locator('input[type="file"]').first().setInputFiles(file);
    await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).toBe(OPTIONS[k]);
  }
  await page.goto(url);
  await open(page, NAME);
  await button(page, "Consulter le comité").click();
  const form = page.getByRole("form", { name: "Consulter le comité" });
  await form.getByRole("button", { name: "Vérifier" }).click();
  expect(await form.getByRole("alert").count()).toBeGreaterThanOrEqual(3);
  await form.getByLabel("Question").fill(QUESTION);
  for (const k of [0, 1]) {
    await form.getByLabel(`Scénario de la proposition ${k + 1}`).selectOption({ label: OPTIONS[k] });
  }
  await form.getByLabel("Ferme le").fill("2026-12-04");
  await form.getByLabel("Quorum").fill("2");
  await form.getByRole("button", { name: "Vérifier" }).click();
  const sent = page.getByRole("region", { name: "Vous soumettez au comité" });
  expect(await sent.innerText()).toContain("4 décembre 2026");
  await sent.getByRole("button", { name: "Signer et ouvrir" }).click();
  await open(page, QUESTION);
  await expectAccessible(page);
  await page.getByText("Vous ne pouvez pas prendre position.").waitFor();
  expect(
    await page.locator("[data-obstacle]").evaluateAll((all) => all.map((one) => one.getAttribute("data-obstacle"))),
  ).toEqual(["not-member", "open"]);
  await open(page, NAME);
});

it("members take its file, compute the scenarios again and take positions", async () => {
  const given = await save(steward);
  for (const [k, member] of [user, professional].entries()) {
    const { page } = member;
    expect(await take(member, given)).toContain("faire confiance à qui l’a fondé");
    await page.getByText("votre avis est attendu").waitFor();
    await open(page, QUESTION);
    if (k === 0) {
      await button(page, "Recalculer").first().click();
      await page.locator("[data-verdict=same]").waitFor();
    }
    const stances = k === 0 ? ["Pour", "Contre"] : ["Pour", "Abstention"];
    for (const [option, stance] of stances.entries()) {
      await page.getByRole("group", { name: OPTIONS[option] }).getByLabel(stance).check();
    }
    if (k === 0) await page.getByLabel("Pourquoi, facultatif").nth(1).fill("Trop loin des cars <b>du matin</b>.");
    await button(page, "Signer ma position").click();
    await page.getByText("Votre position attend d’entrer au registre").waitFor();
    await expectAccessible(page);
    await open(page, NAME);
    await take(steward, await save(member));
  }
  const { page } = steward;
  await open(page, QUESTION);
  expect(await tally(steward, OPTIONS[0], "users")).toEqual(["1", "0", "0"]);
  expect(await tally(steward, OPTIONS[1], "users")).toEqual(["0", "1", "0"]);
  expect(await tally(steward, OPTIONS[1], "professionals")).toEqual(["0", "0", "1"]);
  expect(await tally(steward, OPTIONS[0], "deciders")).toEqual(["0", "0", "0"]);
  await page.getByText("Trop loin des cars <b>du matin</b>.").waitFor();
  await page.getByText("Quorum atteint : 2 membres sur 2 attendus.").waitFor();
});

it("decides only once the consultation has closed", async () => {
  const { page } = steward;
  await page.locator("[data-obstacle=open]").waitFor();
  expect(await page.getByLabel("Proposition retenue").count()).toBe(0);
  await wake(steward, "2026-12-05");
  await page.getByLabel("Proposition retenue").selectOption({ label: OPTIONS[0] });
  await page.getByLabel("Décision et motifs").fill("Le plus grand nombre sort du désert.");
  await page.getByLabel("Avis minoritaire").fill("Un usager demande une navette vers Loudéac.");
  await button(page, "Vérifier").click();
  await button(page, "Signer la décision").click();
  const decided = page.locator("[data-decision='0']");
  await decided.waitFor();
  const said = await decided.innerText();
  for (const part of ["Décidé le 5 décembre 2026", OPTIONS[0], "navette vers Loudéac", "version 1", "Quorum atteint"]) {
    expect(said).toContain(part);
  }
  await page.locator("[data-obstacle=decided]").waitFor();
});

it("aims at a figure drafted from the data, as the engine gives it outside the browser", async () => {
  const { page } = steward;
  await open(page, NAME);
  await button(page, "Fixer un objectif").click();
  await button(page, "Calculer le point de départ").click();
  const baseline = await page.locator("[data-baseline]").getAttribute("data-baseline");
  const engine = createEngine(await openNodePack("data"));
  const territory = { kind: "departement", code: "22" } as const;
  const drafted = await engine.draftObjective({ territory, indicator: "gp/people-under/2.5" }, RUN);
  expect(baseline).toBe(drafted.baseline);
  await page.getByLabel("Valeur visée").fill(String(Math.round(Number(baseline) / 2)));
  await page.getByLabel("Qui en répond").fill("Conseil territorial de santé");
  await page.getByRole("form", { name: "Fixer un objectif" }).getByRole("button", { name: "Signer" }).click();
  await page.locator("[data-objective=not-measurable]").waitFor();
  await page.getByText("Aucune mesure depuis le point de départ").waitFor();
});

it("prints minutes, and writes them in Markdown where what people wrote does nothing", async () => {
  const { page } = steward;
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await button(page, "Imprimer le compte rendu").click();
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".oasis-sheet");
  const said = (await sheet.innerText()).replaceAll(/\s/g, " ");
  for (const part of [
    QUESTION,
    OPTIONS[0],
    "Usagers",
    "navette vers Loudéac",
    "Décidé le 5 décembre 2026",
    "Conseil territorial",
  ]) {
    expect(said).toContain(part);
  }
  expect(await page.locator("#root").isVisible()).toBe(false);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Enregistrer en Markdown").click(),
  ]);
  const markdown = await readFile(await download.path(), "utf8");
  expect(markdown).toContain("Trop loin des cars \\<b\\>du matin\\</b\\>.");
  expect(markdown).toContain("| Usagers | 1 | 0 | 0 |");
});

it("attests hours in a file its holder keeps; altered it is refused, withdrawn it says so", async () => {
  const { page } = steward;
  await button(page, "Délivrer une attestation").click();
  const form = page.getByRole("form", { name: "Délivrer une attestation" });
  await form.getByRole("button", { name: "Signer l’attestation" }).click();
  expect(await form.getByRole("alert").count()).toBe(5);
  await form.getByLabel("Nom de la personne").fill("Camille Le Goff");
  await form.getByLabel("Mission", { exact: true }).fill("Enquête auprès des habitants");
  await form.getByLabel("Du", { exact: true }).fill("2026-09-01");
  await form.getByLabel("Au", { exact: true }).fill("2026-11-30");
  await form.getByLabel("Heures déclarées").fill("12,5");
  await form.getByLabel("Heures confirmées").fill("10");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    form.getByRole("button", { name: "Signer l’attestation" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  await page.locator("[data-attestation=valid]").waitFor();
  const check = async (text: string, verdict: string) => {
    const given = { name: "attestation.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.locator('input[aria-label="Vérifier une attestation"]').setInputFiles(given);
    await page.locator(`[data-verdict=${verdict}]`).waitFor();
  };
  await check(file, "valid");
  expect(await page.locator("[data-verdict]").innerText()).toContain("Camille Le Goff");
  await check(file.replace('"12.5"', '"125"'), "altered");
  expect(await page.locator("[data-verdict]").innerText()).not.toContain("Camille");
  await page.getByRole("button", { name: /^Retirer l’attestation/ }).click();
  await page.getByLabel("Motif").fill("Délivrée deux fois.");
  await page
    .getByRole("form", { name: /^Retirer/ })
    .getByRole("button", { name: "Retirer" })
    .click();
  await page.locator("[data-attestation=revoked]").waitFor();
  await check(file, "revoked");
  expect(await readFile(await save(steward), "utf8")).not.toContain("Camille");
  await expectAccessible(page);
});

it("a member who comes late reads why they can no longer take a position", async () => {
  await wake(user, "2026-12-05");
  await open(user.page, QUESTION);
  await user.page.locator("[data-obstacle=closed]").first().waitFor();
  expect(await user.page.getByText("close depuis le 4 décembre 2026").count()).toBeGreaterThan(0);
});

it("nothing broke, and nothing was asked of anybody", () => {
  for (const { errors, foreign } of [steward, user, professional]) {
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  }
});

function scenario(k: number, commune: string): string {
  const document: Scenario = {
    title: OPTIONS[k],
    territory: { kind: "departement", code: "22" },
    series: { profession: "gp", year: 2023, ages: "all" },
    threshold: null,
    model: null,
    changes: [
      {
        kind: "open-centre",
        id: `centre-${commune}`,
        centre: "Maison de santé",
        commune,
        to: { staff: [{ profession: "gp", fte: 4 }], days: 5 },
      },
    ],
    computed: null,
  };
  return formatScenario(document);
}
