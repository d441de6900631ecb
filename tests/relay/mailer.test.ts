import { afterEach, describe, expect, it } from "vitest";
import { writeLetter } from "../../src/relay/mail-text.ts";
import { Mailer } from "../../src/relay/mailer.ts";
import { startSmtp } from "./smtp-server.ts";

const SITE = "https://oasis.example.org/";
const letter = (to: string) => writeLetter(to, "fr", `${SITE}#verify=x`, "ABCD-0123-EFGH-4567", SITE);
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(refuse?: (recipient: string) => string | null, host?: string) {
  const smtp = await startSmtp(refuse, host);
  const failures: string[] = [];
  const mailer = new Mailer({ server: smtp.url, from: "oasis@example.org" }, (error) =>
    failures.push(String((error as { code?: unknown }).code)),
  );
  stops.push(smtp.stop, () => mailer.close());
  return { smtp, mailer, failures };
}

describe("letters", () => {
  it("are handed again to a server that was busy, and not to one that refused", async () => {
    const tries: string[] = [];
    const { smtp, mailer } = await open((to) => {
      tries.push(to);
      if (to.startsWith("nobody")) return "550 no such user";
      return tries.filter((one) => one === to).length === 1 ? "451 later" : null;
    });
    mailer.post(letter("anne@exemple.fr"));
    mailer.post(letter("nobody@exemple.fr"));
    await expect.poll(() => smtp.letters.length, { timeout: 15_000 }).toBe(1);
    expect(smtp.letters[0].to).toEqual(["anne@exemple.fr"]);
    expect(tries.toSorted()).toEqual(["anne@exemple.fr", "anne@exemple.fr", "nobody@exemple.fr"]);
  });

  it("go in clear to nobody but this computer", async () => {
    // Another machine, as far as the mailer can tell: a server that offers no encryption.
    const { smtp, mailer, failures } = await open(undefined, "127.0.0.2");
    mailer.post(letter("anne@exemple.fr"));
    await expect.poll(() => failures.length, { timeout: 10_000 }).toBe(1);
    expect([smtp.letters, failures]).toEqual([[], ["ETLS"]]);
  });

  it("wait for nobody's second try when it closes", { timeout: 4000 }, async () => {
    const { smtp, mailer, failures } = await open(() => "451 later");
    mailer.post(letter("anne@exemple.fr"));
    await expect.poll(() => failures.length).toBe(1);
    await mailer.close();
    expect(smtp.letters).toEqual([]);
  });

  it("are what is being handed over when it closes, and no more", async () => {
    const { smtp, mailer, failures } = await open();
    for (let k = 0; k < 20; k++) mailer.post(letter(`a${k}@exemple.fr`));
    await mailer.close();
    expect([smtp.letters.length, failures]).toEqual([20, []]);
  });
});
