import { readFileSync } from "node:fs";
import { FailureError } from "../core/failure.ts";
import type { VerificationOptions } from "../relay/verification.ts";

/** How a relay is told to verify people; passwords come from the environment or a file, where no list of processes shows them. */
export const VERIFICATION_OPTIONS = {
  site: { type: "string" },
  mail: { type: "string" },
  "mail-from": { type: "string" },
  "mail-password-file": { type: "string" },
} as const;

type Values = { readonly [K in keyof typeof VERIFICATION_OPTIONS]?: string | undefined };
type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `bad-input` for options that do not go together. */
export function readVerification(values: Values, environment: Environment): VerificationOptions | undefined {
  if (values.mail === undefined) return undefined;
  const site = readSite(values.site);
  const password = readSecret(values["mail-password-file"], environment.OASIS_MAIL_PASSWORD);
  const from = values["mail-from"];
  if (from === undefined) throw new FailureError("bad-input", { option: "--mail-from", text: "(none)" });
  return { site, mail: { server: values.mail, from, ...(password === undefined ? {} : { password }) } };
}

/** The address of the application with its last slash: HTTPS, or this computer. */
function readSite(text: string | undefined): string {
  const wrong = new FailureError("bad-input", {
    option: "--site",
    text: text ?? "(none)",
    expected: "https://… where the application is",
  });
  if (text === undefined || !URL.canParse(text)) throw wrong;
  const { protocol, hostname, origin, pathname, username, search, hash } = new URL(text);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const isSafe = protocol === "https:" || (protocol === "http:" && isHere);
  if (!isSafe || username !== "" || search !== "" || hash !== "") throw wrong;
  return `${origin}${pathname.replace(/\/*$/, "/")}`;
}

function readSecret(file: string | undefined, said: string | undefined): string | undefined {
  if (file === undefined) return said;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: String((error as NodeJS.ErrnoException).code) });
  }
}
