import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formatScenario, type Scenario } from "../../../src/core/scenario/document.ts";
import type { Visit } from "../open-page.ts";
import type { Cast } from "./cast.ts";
import { button, download, openPart } from "./transport.ts";

const QUESTION = "Où ouvrir une maison de santé ?";
const OPTIONS = ["Rostrenen, 4 médecins", "Loudéac, 4 médecins"] as const;

/** A consultation between two scenarios, its decision, an objective, minutes, and an attestation. */
export function tellCommittee(of: () => Cast): void {
  let attested = "";
  it("the committee chooses between two scenarios, each college for itself", async () => {
    const cast = of();
    const { page } = cast.steward;
    await page.goto(`${cast.transport.site}?page=act&mode=scenario&territory=dep:22`);
    for (const [k, commune] of ["22266", "22136"].entries()) {
      const file = { name: `${commune}.json`, mimeType: "application/json", buffer: Buffer.from(scenario(k, commune)) };
      await page.locator('input[type="file"]').first().setInputFiles(file);
      await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).toBe(OPTIONS[k]);
    }
    await cast.open(cast.steward);
    await button(page, "Consulter le comité").click();
    const form = page.getByRole("form", { name: "Consulter le comité" });
    await form.getByLabel("Question").fill(QUESTION);
    for (const k of [0, 1]) {
      await form.getByLabel(`Scénario de la proposition ${k + 1}`).selectOption({ label: OPTIONS[k] });
    }
    await form.getByLabel("Ferme le").fill("2026-12-04");
    await form.getByLabel("Quorum").fill("2");
    await form.getByRole("button", { name: "Vérifier" }).click();
    await button(page, "Signer et ouvrir").click();
    await page.getByRole("link", { name: QUESTION }).first().waitFor();
    await cast.transport.pass(cast.steward, [cast.association, cast.professional]);
    for (const [who, stances] of [
      [cast.association, ["Pour", "Contre"]],
      [cast.professional, ["Pour", "Abstention"]],
    ] as const) {
      await openQuestion(who);
      for (const [k, stance] of stances.entries()) {
        await who.page.getByRole("group", { name: OPTIONS[k] }).getByLabel(stance).check();
      }
      await button(who.page, "Signer ma position").click();
      await button(who.page, "Signer ma position").waitFor({ state: "detached" });
    }
    await cast.transport.pass(cast.steward, [cast.association, cast.professional]);
    await openQuestion(cast.steward);
    const tally = (option: string, college: string) =>
      page.getByRole("table", { name: option }).locator(`[data-college=${college}] td`).allInnerTexts();
    await expect.poll(() => tally(OPTIONS[1], "professionals")).toEqual(["0", "0", "1"]);
    expect(await tally(OPTIONS[1], "users")).toEqual(["0", "1", "0"]);
  });

  it("after the close it decides, aims at a figure, prints its minutes, and attests a member", async () => {
    const cast = of();
    await cast.setDay("2026-12-05");
    const { page } = cast.steward;
    await openQuestion(cast.steward);
    await page.getByLabel("Proposition retenue").selectOption({ label: OPTIONS[0] });
    await page.getByLabel("Décision et motifs").fill("Le plus grand nombre sort du désert.");
    await button(page, "Vérifier").click();
    await button(page, "Signer la décision").click();
    await page.locator("[data-decision='0']").waitFor();

    await openPart(cast.steward.page, "Comités");
    await button(page, "Fixer un objectif").click();
    const aim = page.getByRole("form", { name: "Fixer un objectif" });
    await aim.getByRole("button", { name: "Calculer le point de départ" }).click();
    const baseline = Number(await aim.locator("[data-baseline]").getAttribute("data-baseline"));
    expect(baseline).toBeGreaterThan(0);
    await aim.getByLabel("Valeur visée").fill(String(Math.round(baseline / 2)));
    await aim.getByLabel("Qui en répond").fill("Conseil départemental");
    await aim.getByRole("button", { name: "Signer", exact: true }).click();
    await page.locator("[data-objective]").waitFor();

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await button(page, "Imprimer le compte rendu").click();
    await page.locator("body[data-printed]").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    const minutes = (await page.getByRole("article").last().innerText()).replaceAll(/\s+/g, " ");
    for (const part of [QUESTION, OPTIONS[0], "Le plus grand nombre sort du désert.", "Conseil départemental"]) {
      expect(minutes).toContain(part);
    }
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));

    await button(page, "Délivrer une attestation").click();
    const form = page.getByRole("form", { name: "Délivrer une attestation" });
    await form.getByLabel("Nom de la personne").fill("Camille Le Goff");
    await form.getByLabel("Mission", { exact: true }).fill("Relevé des cabinets ouverts");
    await form.getByLabel("Du", { exact: true }).fill("2026-11-01");
    await form.getByLabel("Au", { exact: true }).fill("2026-11-30");
    await form.getByLabel("Heures déclarées").fill("12");
    await form.getByLabel("Heures confirmées").fill("10");
    attested = await download(page, () => form.getByRole("button", { name: "Signer l’attestation" }).click());
  });

  it("the member shows the attestation to another, who checks it; an altered one is refused", async () => {
    const cast = of();
    await cast.transport.pass(cast.steward, [cast.association]);
    const { page } = cast.association;
    await openPart(cast.association.page, "Comités");
    const check = page.getByLabel("Vérifier une attestation").and(page.locator("input"));
    await expect
      .poll(async () => {
        await check.setInputFiles(attested);
        await page.locator("[role=status][data-verdict]").waitFor();
        return page.locator("[role=status][data-verdict]").getAttribute("data-verdict");
      })
      .toBe("valid");
    const altered = readFileSync(attested, "utf8").replace('"10"', '"40"');
    expect(altered).not.toBe(readFileSync(attested, "utf8"));
    await check.setInputFiles({ name: "autre.json", mimeType: "application/json", buffer: Buffer.from(altered) });
    await page.locator("[role=status][data-verdict=altered]").waitFor();
  });
}

async function openQuestion(who: Visit): Promise<void> {
  await openPart(who.page, "Comités");
  await who.page.getByRole("link", { name: QUESTION }).first().click();
}

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
