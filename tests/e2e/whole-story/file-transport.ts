import type { Visit } from "../open-page.ts";
import { button, download, NAME, openPart, type Transport } from "./transport.ts";

/** No server at all: the register goes from hand to hand, the steward's browser gives the order. */
export function openFileTransport(site: string): Transport {
  const toCommittee = async ({ page }: Visit) => {
    await openPart(page, "Comités");
    await page.getByRole("heading", { name: NAME, exact: true }).waitFor();
  };
  const save = ({ page }: Visit) => download(page, () => button(page, "Enregistrer le fichier").click());
  const take = async ({ page }: Visit, path: string) => {
    await page.locator('input[type="file"][accept*="dmlog"]').first().setInputFiles(path);
    const preview = page.getByRole("region", { name: "Ce que le fichier apporte" });
    await preview.getByRole("button", { name: "Prendre" }).click();
    await preview.waitFor({ state: "detached" });
  };
  return {
    site,
    async begin(steward) {
      const { page } = steward;
      await button(page, "Créer un comité").click();
      await page.getByLabel("Nom du comité").fill(NAME);
      await button(page, "Créer le comité").click();
      await page.getByRole("heading", { name: NAME, exact: true }).waitFor();
    },
    async enrol({ page }, key, [role, { college, organisation } = {}]) {
      await button(page, "Inscrire quelqu’un").click();
      const form = page.getByRole("form", { name: "Inscrire quelqu’un" });
      await form.getByLabel("Sa clé").fill(key);
      await form.getByLabel("Rôle").selectOption(role);
      if (college) await form.getByLabel("Collège").selectOption(college);
      if (organisation) await form.getByLabel("Organisation").fill(organisation);
      await form.getByRole("button", { name: "Vérifier" }).click();
      await button(page, "Donner ce rôle").click();
      await form.waitFor({ state: "detached" });
    },
    async join(member, steward) {
      await toCommittee(steward);
      await take(member, await save(steward));
    },
    async pass(steward, members) {
      for (const member of members) {
        await toCommittee(member);
        await toCommittee(steward);
        await take(steward, await save(member));
      }
      await toCommittee(steward);
      const register = await save(steward);
      for (const member of members) await take(member, register);
    },
    close: async () => undefined,
  };
}
