import { readFileSync } from "node:fs";
import { FailureError } from "../core/failure.ts";
import type { VerificationOptions } from "../relay/verification.ts";

/** How a relay is told to verify people; passwords come from the environment or a file, where no list of processes shows them. */
export const VERIFICATION_OPTIONS = {
  site: { type: "string" },
  mail: { type: "string" },
  "mail-from": { type: "string" },
  "mail-password-file": { type: "string" },
  "oidc-issuer": { type: "string" },
  "oidc-client": { type: "string" },
  "oidc-name": { type: "string" },
  "oidc-secret-file": { type: "string" },
  address: { type: "string" },
} as const;

type Values = { readonly [K in keyof typeof VERIFICATION_OPTIONS]?: string | undefined };
type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `bad-input` for options that do not go together. */
export function readVerification(values: Values, environment: Environment): VerificationOptions | undefined {
  if (values.mail === undefined && values["oidc-issuer"] === undefined) return undefined;
  const site = readAddress("--site", values.site);
  return { site, ...readMail(values, environment), ...readProvider(values, environment, site) };
}

function readMail(values: Values, environment: Environment): Pick<VerificationOptions, "mail"> {
  if (values.mail === undefined) return {};
  const password = readSecret(values["mail-password-file"], environment.OASIS_MAIL_PASSWORD);
  const from = asked("--mail-from", values["mail-from"]);
  return { mail: { server: values.mail, from, ...(password === undefined ? {} : { password }) } };
}

/** The provider sends people back to the relay, which is where the application is unless its address is said. */
function readProvider(values: Values, environment: Environment, site: string): Pick<VerificationOptions, "provider"> {
  const issuer = values["oidc-issuer"];
  if (issuer === undefined) return {};
  const client = asked("--oidc-client", values["oidc-client"]);
  const secret = readSecret(values["oidc-secret-file"], environment.OASIS_OIDC_SECRET);
  const address = values.address === undefined ? new URL("/", site).href : readAddress("--address", values.address);
  const name = values["oidc-name"] || (URL.canParse(issuer) ? new URL(issuer).host : issuer);
  const callback = new URL("v1/sign-ins/callback", address).href;
  return { provider: { issuer, client, name, callback, ...(secret === undefined ? {} : { secret }) } };
}

function asked(option: string, text: string | undefined): string {
  if (text === undefined) throw new FailureError("bad-input", { option, text: "(none)" });
  return text;
}

/** An address with its last slash: HTTPS, or this computer. */
function readAddress(option: string, text: string | undefined): string {
  const wrong = new FailureError("bad-input", { option, text: text ?? "(none)", expected: "https://…" });
  if (text === undefined || !URL.canParse(text)) throw wrong;
  const { protocol, hostname, origin, pathname, username, search, hash } = new URL(text);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const isSafe = protocol === "https:" || (protocol === "http:" && isHere);
  if (!isSafe || username !== "" || search !== "" || hash !== "") throw wrong;
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}

function readSecret(file: string | undefined, said: string | undefined): string | undefined {
  if (file === undefined) return said || undefined;
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: String((error as NodeJS.ErrnoException).code) });
  }
}
