import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readVerification } from "../../src/cli/relay-verification.ts";
import { IdentityProvider } from "../../src/relay/identity-provider.ts";
import { Mailer } from "../../src/relay/mailer.ts";

const site = "https://oasis.example.org/app";
const mail = { site, mail: "smtp://oasis@smtp.example.org", "mail-from": "Oasis <oasis@example.org>" };
const oidc = { site, "oidc-issuer": "https://id.example.org/realm", "oidc-client": "oasis" };
const file = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), "oasis-secret-")), "secret");
  writeFileSync(path, text);
  return path;
};

describe("how a relay is told to verify people", () => {
  it("takes passwords from the environment or a file, and never from the command line", () => {
    expect(readVerification({}, {})).toBeUndefined();
    const server = { server: mail.mail, from: mail["mail-from"] };
    expect(readVerification(mail, {})).toEqual({ site: `${site}/`, mail: server });
    expect(readVerification(mail, { OASIS_MAIL_PASSWORD: "a" })?.mail).toEqual({ ...server, password: "a" });
    const said = { ...mail, "mail-password-file": file("b\n") };
    expect(readVerification(said, { OASIS_MAIL_PASSWORD: "a" })?.mail).toEqual({ ...server, password: "b" });
    const shown = { server: "smtp://oasis:shown@smtp.example.org", from: "oasis@example.org" };
    expect(() => new Mailer(shown, () => undefined)).toThrow("bad-input");
    expect(() => readVerification({ ...mail, "mail-password-file": "/nowhere" }, {})).toThrow("bad-input");
  });

  it("leads people back to the relay, which is where the application is unless it is said", () => {
    const callback = "https://oasis.example.org/v1/sign-ins/callback";
    const provider = { issuer: oidc["oidc-issuer"], client: "oasis", name: "id.example.org", callback };
    expect(readVerification(oidc, {})).toEqual({ site: `${site}/`, provider });
    // A secret that is not used may be an empty file.
    const named = {
      ...oidc,
      "oidc-name": "Essai",
      "oidc-secret-file": file("\n"),
      address: "https://relay.example.org",
    };
    expect(readVerification(named, { OASIS_OIDC_SECRET: "" })?.provider).toEqual({
      ...provider,
      ...{ name: "Essai", callback: "https://relay.example.org/v1/sign-ins/callback" },
    });
    expect(readVerification({ ...oidc, "oidc-secret-file": file("c") }, {})?.provider?.secret).toBe("c");
  });

  it.each([
    ["no site", { ...mail, site: undefined }],
    ["a site in clear", { ...mail, site: "http://oasis.example.org" }],
    ["a site with a query", { ...mail, site: "https://oasis.example.org/?a" }],
    ["a site with a name", { ...mail, site: "https://eve@oasis.example.org/" }],
    ["a site that is a script", { ...mail, site: "javascript:alert(1)" }],
    ["nobody who writes", { ...mail, "mail-from": undefined }],
    ["no client", { ...oidc, "oidc-client": undefined }],
  ])("refuses %s", (_, values) => {
    expect(() => readVerification(values, {})).toThrow("bad-input");
  });

  it("refuses servers that cannot be trusted with anything", () => {
    for (const server of ["smtp.example.org", "http://smtp.example.org", "file:///etc/passwd", ""])
      expect(() => new Mailer({ server, from: "oasis@example.org" }, () => undefined)).toThrow("bad-input");
    for (const from of ["", "Oasis", "Oasis <a@b.fr>\r\nBcc: eve@b.fr", "a@b.fr, eve@b.fr"])
      expect(() => new Mailer({ server: mail.mail, from }, () => undefined)).toThrow("bad-input");
    const options = { client: "oasis", name: "Essai", callback: "https://oasis.example.org/v1/sign-ins/callback" };
    for (const issuer of ["id.example.org", "http://id.example.org", "file:///etc"])
      expect(() => new IdentityProvider({ ...options, issuer })).toThrow("bad-input");
  });
});
