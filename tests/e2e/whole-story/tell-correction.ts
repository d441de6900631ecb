import { expect, it } from "vitest";
import type { Cast } from "./cast.ts";
import { button, openPart } from "./transport.ts";

/** A wrong count, corrected by two organisations and the steward, and the indicator that follows. */
export function tellCorrection(of: () => Cast): void {
  it("an association corrects a count, another confirms it, the steward accepts it, and access is another", async () => {
    const cast = of();
    await openPart(cast.association.page, "Corrections");
    await button(cast.association.page, "Proposer une correction").click();
    const form = cast.association.page.getByRole("form", { name: "Nouvelle correction" });
    await form.getByLabel("Ce que la base compte").selectOption("D265");
    await form.getByLabel("Nombre constaté").fill("0");
    await form.getByRole("button", { name: "Signer la correction" }).click();
    await cast.association.page.locator("[data-correction]").waitFor();
    await cast.transport.pass(cast.steward, [cast.association, cast.professional]);
    await openPart(cast.professional.page, "Corrections");
    await button(cast.professional.page, /^Je constate la même chose/).click();
    await button(cast.professional.page, "Signer la confirmation").click();
    await button(cast.professional.page, "Signer la confirmation").waitFor({ state: "detached" });
    await cast.transport.pass(cast.steward, [cast.professional]);
    const { page } = cast.steward;
    await openPart(cast.steward.page, "Corrections");
    await page.getByText("confirmée par deux organisations").waitFor();
    await button(page, /^Accepter/).click();
    await page.locator("[data-correction]").getByText("acceptée", { exact: true }).waitFor();
    await cast.transport.pass(cast.steward, [cast.association]);
    await openPart(cast.association.page, "Corrections");
    await cast.association.page.getByText("Corrigé", { exact: true }).click();
    const both = cast.association.page.locator("[data-corrected]");
    await both.getByText("1 correction appliquée").waitFor();
    const mean = (await both.getByRole("row").nth(2).innerText()).split("\t").slice(1, 3);
    const [official, corrected] = mean.map((text) => Number(text.replace(",", ".")));
    expect(corrected).toBeLessThan(official);
  });
}
