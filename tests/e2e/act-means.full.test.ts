import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { expectAccessible } from "./accessible.ts";
import { coloured, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=dep:22&page=act`);
  page = story.page;
  await coloured(page);
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const find = () => page.getByRole("button", { name: "Trouver les meilleurs sites" });
const proof = () => page.locator("[data-gap]");
const why = () => page.getByRole("region", { name: "Pourquoi ces sites" });
const plain = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll("’", "'");
const number = (text: string) => Number(text.replaceAll(/\s/g, ""));

it("a budget: what it buys is paid by its sites, what a little more would is said, too little is refused in words", async () => {
  await page.getByRole("checkbox", { name: /^Avec un budget/ }).check();
  await expect.poll(() => query().get("budget")).toBe("1500");
  await page.getByText(/Où employer/).waitFor();
  await page.getByLabel("Budget (k€/an)").fill("700");
  await page.getByText(/2\sETP \(300\sk€\), 4\sETP \(500\sk€\) et 8\sETP \(900\sk€\)/).waitFor();
  await find().click();
  await proof().waitFor();
  const spent = Number(await page.locator("[data-spent]").getAttribute("data-spent"));
  expect(spent).toBeGreaterThan(0);
  expect(spent).toBeLessThanOrEqual(700);
  const costs = plain(await why().innerText()).matchAll(/ETP · (\d+) k€ par an/g);
  expect([...costs].reduce((sum, [, cost]) => sum + Number(cost), 0)).toBe(spent);
  const card = page.getByRole("region", { name: "Ce que le budget achète" });
  expect(plain(await card.innerText())).toMatch(
    /Avec 300 k€ de plus, le meilleur plan .*comblerait \d+,\d % de plus que celui-ci/,
  );
  await page.getByLabel("Budget (k€/an)").fill("100");
  await expect.poll(() => query().get("budget")).toBe("100");
  await find().click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(plain(await alert.innerText())).toBe("100 k€ n'ouvrent aucun centre : le moins cher coûte 300 k€.");
  await page.getByRole("checkbox", { name: /^Avec un budget/ }).uncheck();
  await expect.poll(() => query().get("budget")).toBeNull();
});

it("several professions: each with its weight, what each gains, and a scenario that carries them", async () => {
  await page.getByRole("checkbox", { name: "Plusieurs professions par centre" }).check();
  await expect.poll(() => query().get("staff")).toBe("gp:4");
  await page.getByLabel("ETP : Médecins généralistes").fill("2");
  await page.getByLabel("ETP : Chirurgiens-dentistes").fill("1.5");
  await page.getByLabel("Poids : Chirurgiens-dentistes").fill("2");
  await expect.poll(() => query().get("staff")).toBe("gp:2,dentist:1.5:2");
  await find().click();
  await proof().waitFor();
  expect(Number(await proof().getAttribute("data-gap"))).toBeLessThanOrEqual(1e-6);
  const gains = page.getByRole("list", { name: "Ce que le plan change pour chaque profession du centre" });
  expect(await gains.locator("> li").count()).toBe(2);
  const dentists = gains.locator("[data-profession=dentist]");
  expect(plain(await dentists.innerText())).toMatch(/Chirurgiens-dentistes \(seuil 30,3\) 4,5 ETP en tout · poids 2/);
  expect(Number(await dentists.locator("[data-lifted]").getAttribute("data-lifted"))).toBeGreaterThan(0);
  const filled = await gains
    .locator("[data-filled]")
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-filled"))));
  for (const part of filled) expect(part).toBeGreaterThan(0);
  expect(plain(await why().innerText())).toMatch(
    /Limite : part de son offre .+ \(médecins généralistes\) et .+ \(chirurgiens-dentistes\)/,
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "En faire un scénario" }).click();
  await expect.poll(() => query().get("mode")).toBe("scenario");
  const changes = page.locator("[data-changes] > li");
  await changes.first().waitFor();
  expect(await changes.count()).toBe(3);
  for (const change of await changes.allInnerTexts()) {
    expect(plain(change)).toMatch(/2 ETP \(médecins généralistes\) et 1,5 ETP \(chirurgiens-dentistes\)/);
  }
  await page.goto(`${url}?territory=dep:22&page=act`);
});

it("places: nobody beyond a capacity, full sites say so, too few places are counted", async () => {
  await page.getByLabel("Objectif").selectOption("mclp");
  await page.getByRole("checkbox", { name: "Limiter les places de chaque centre" }).check();
  await expect.poll(() => query().get("places")).toBe("1000");
  await page.getByText(/4\sETP × 1\s000 = 4\s000 personnes par centre/).waitFor();
  await find().click();
  await proof().waitFor();
  expect(number((await page.locator("[data-placed]").getAttribute("data-placed")) ?? "")).toBeCloseTo(12_000, 3);
  const text = plain(await why().innerText());
  expect([...text.matchAll(/accueille 4 000 hab\. pour 4 000 places/g)].length).toBe(3);
  expect(text).toMatch(/Limite : sa capacité\. Une place de plus servirait une personne de plus\./);
  await page.getByLabel("Objectif").selectOption("p-median");
  await find().click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(plain(await alert.innerText())).toMatch(
    /^3 centres accueillent au plus 12 000 personnes et \d{3} \d{3} sont à desservir : il manque \d{3} \d{3} places\./,
  );
  await page.getByLabel("Centres", { exact: true }).fill("4");
  await page.getByLabel("Personnes par ETP").fill("8000");
  await page.getByRole("radiogroup", { name: "À desservir" }).getByText("Communes sous le seuil").click();
  await expect.poll(() => query().get("served")).toBe("under");
  await find().click();
  await proof().waitFor();
  const limits = plain(await why().innerText());
  expect(limits).toMatch(/accueille 32 000 hab\. pour 32 000 places, à \d+,\d min en moyenne/);
  expect(limits).toMatch(/Limite : sa capacité\. Une place de plus épargnerait \d+,\d min à quelqu'un/);
  expect(limits).toMatch(/Sa capacité ne limite pas : il lui reste [\d ]+ places/);
});

it("has no accessibility violation, on a phone neither, and nothing went wrong", async () => {
  await expectAccessible(page);
  const phone = await visit(browser, `${url}?territory=dep:22&page=act&budget=700&asked=1&lang=en`, {
    viewport: PHONE,
  });
  await phone.page.locator("[data-spent]").waitFor({ state: "attached" });
  await expectAccessible(phone.page);
  await phone.context.close();
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
