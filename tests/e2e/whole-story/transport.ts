import type { Page } from "playwright-core";
import type { Visit } from "../open-page.ts";

export const NAME = "Comité du Kreiz Breizh";
export const SPACE = "committee:comite-du-kreiz-breizh";
/** The table instead of the map: drawing it without a graphics card is most of the work of a page. */
export const HERE = "territory=dep:22&selected=22266&view=table";

export type Role = readonly [role: string, more?: { readonly college?: string; readonly organisation?: string }];

/** People who share a committee, and how what one signs reaches the others. */
export interface Transport {
  readonly site: string;
  begin(steward: Visit): Promise<void>;
  enrol(steward: Visit, key: string, role: Role): Promise<void>;
  join(member: Visit, steward: Visit): Promise<void>;
  /** Once it returns, everybody has what anybody signed. */
  pass(steward: Visit, members: readonly Visit[]): Promise<void>;
  close(): Promise<void>;
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

/** Another part of the room, as people go there: without opening the page anew. */
export async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Que voulez-vous faire" }).getByRole("link", { name }).click();
}

export async function download(page: Page, click: () => Promise<void>): Promise<string> {
  const waiting = page.waitForEvent("download");
  await click();
  return (await waiting).path();
}

export async function makeKey({ page }: Visit): Promise<string> {
  await page.getByLabel("Comment voulez-vous l’appeler").fill("Clé d’essai");
  await button(page, "Créer ma clé").click();
  return page.locator("[data-my-key]").innerText();
}
