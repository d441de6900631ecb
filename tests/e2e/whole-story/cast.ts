import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { launchBrowser, PHONE, type Visit, visit } from "../open-page.ts";
import { openFileTransport } from "./file-transport.ts";
import { openRelayTransport } from "./relay-transport.ts";
import { HERE, makeKey, type Role, SPACE, type Transport } from "./transport.ts";

export type How = "relay" | "files";

const ROLES: Readonly<Record<"association" | "professional", readonly Role[]>> = {
  association: [
    ["association", { organisation: "Usagers du Kreiz Breizh" }],
    ["member", { college: "users" }],
  ],
  professional: [
    ["professional", { organisation: "CPTS du Kreiz Breizh" }],
    ["member", { college: "professionals" }],
    ["moderator"],
  ],
};

/** Four people, each with a browser of their own, on a day all of them and the relay agree about. */
export interface Cast {
  readonly how: How;
  readonly transport: Transport;
  readonly citizen: Visit;
  readonly association: Visit;
  readonly professional: Visit;
  readonly steward: Visit;
  /** To the committee by its address, as from a link. */
  open(who: Visit): Promise<unknown>;
  setDay(day: string): Promise<void>;
  close(): Promise<void>;
}

/** A citizen on a phone, and a committee of three already begun. */
export async function gather(how: How): Promise<Cast> {
  const browser: Browser = await launchBrowser();
  let day = "2026-11-23";
  const now = () => new Date(`${day}T09:00:00Z`);
  const transport = how === "relay" ? await openRelayTransport(now) : openFileTransport(inject("baseUrl"));
  const arrive = (query: string, viewport?: { width: number; height: number }) =>
    visit(browser, `${transport.site}?page=participate&${query}`, {
      ...(viewport && { viewport }),
      before: (context) => context.clock.setFixedTime(now()),
    });
  const [citizen, association, professional, steward] = await Promise.all([
    arrive(HERE, PHONE),
    ...["", "", ""].map(() => arrive(`part=committee&${HERE}`)),
  ]);
  await transport.begin(steward);
  for (const [who, roles] of [
    [association, ROLES.association],
    [professional, ROLES.professional],
  ] as const) {
    const key = await makeKey(who);
    for (const role of roles) await transport.enrol(steward, key, role);
  }
  for (const who of [association, professional]) await transport.join(who, steward);
  return {
    how,
    transport,
    citizen,
    association,
    professional,
    steward,
    open: ({ page }) =>
      page.goto(`${transport.site}?page=participate&part=committee&${HERE}&space=${encodeURIComponent(SPACE)}`),
    async setDay(next) {
      day = next;
      for (const { page } of [association, professional, steward]) await page.clock.setFixedTime(now());
    },
    async close() {
      await browser.close();
      await transport.close();
    },
  };
}
