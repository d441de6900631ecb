import { expect, it } from "vitest";
import type { Cast } from "./cast.ts";
import { button, download, openPart } from "./transport.ts";

const STORY = "Une personne attend depuis trois mois.";
const ACCOUNT = "Trois mois d’attente avant un premier rendez-vous.";

/** A difficulty told without a network, read by a moderator, and what its author hears of it. */
export function tellReport(of: () => Cast): void {
  it("a citizen without network tells a difficulty, which leaves when the network is back", async () => {
    const cast = of();
    const { page, context } = cast.citizen;
    await page.getByLabel("Délai trop long").check();
    await button(page, "Continuer").click();
    await page.getByLabel("Avec vos mots (facultatif)").fill(STORY);
    await button(page, "Continuer").click();
    if (cast.how === "relay") await button(page, /Relais de ce site/).click();
    await page.getByLabel(/J’accepte que ce message/).check();
    await context.setOffline(true);
    await button(page, cast.how === "relay" ? /au retour de la connexion$/ : "Garder dans ce navigateur").click();
    await page.getByRole("heading", { name: "Gardé ici, merci" }).waitFor();
    await context.setOffline(false);
    if (cast.how === "relay") await page.getByRole("heading", { name: "Reçu, merci" }).waitFor();
  });

  it("a moderator reads it, says why, and publishes an account of it", async () => {
    const cast = of();
    const { page } = cast.professional;
    await openPart(cast.professional.page, "Relecture");
    if (cast.how === "relay") await button(page, "Lire ceux du relais").click();
    else {
      const file = await download(cast.citizen.page, () => button(cast.citizen.page, "Exporter en fichier").click());
      await page.getByLabel("Ouvrir un fichier de signalements").setInputFiles(file);
    }
    const report = page.locator("[data-report]");
    expect(await report.innerText()).toContain(STORY);
    await report.getByLabel("Motif, lu par l’auteur").fill("Merci : compté avec les autres.");
    await report.getByLabel("Récit réécrit, publié (facultatif)").fill(ACCOUNT);
    await button(page, "Compter").click();
    await report.getByText("compté", { exact: true }).waitFor();
    await cast.transport.pass(cast.steward, [cast.professional]);
    if (cast.how === "files") return;
    await button(cast.citizen.page, "Demander des nouvelles").click();
    await cast.citizen.page.getByText("Motif : Merci : compté avec les autres.").waitFor();
    await cast.citizen.page.getByText("relu et compté", { exact: true }).waitFor();
  });
}
