import { domainToASCII } from "node:url";
import { AnswerError } from "./answers.ts";

export interface MailAddress {
  /** Where a letter goes: as it was typed, its domain in ASCII. */
  readonly to: string;
  /** One person's addresses written in several ways are the same here: what limits and nullifiers are drawn from. */
  readonly person: string;
  readonly domain: string;
}

const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** RFC 5322 dot-atom: no quotes, comments, spaces, control characters, and nothing but ASCII. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Two names of one service, which ignores dots. */
const GMAIL = new Set(["gmail.com", "googlemail.com"]);

/**
 * Reads an address. The case of letters is set aside, and what follows a `+`, and the dots of Gmail: they change nothing for the
 * person. A domain in another script is taken as its ASCII form (UTS 46); a name in another script is refused, since few servers
 * deliver it and many of its letters look alike. Throws `schema`.
 */
export function readMailAddress(text: string): MailAddress {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf("@");
  const [local, domain] = [trimmed.slice(0, at), domainToASCII(trimmed.slice(at + 1)).toLowerCase()];
  const to = `${local}@${domain}`;
  const isWritten = at > 0 && local.length <= LONGEST_LOCAL && to.length <= LONGEST;
  if (!isWritten || !LOCAL.test(local) || !DOMAIN.test(domain)) throw new AnswerError("schema", "address");
  const [name] = local.toLowerCase().split("+");
  if (name === "" || name.endsWith(".")) throw new AnswerError("schema", "address");
  const person = GMAIL.has(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
  return { to, person, domain: GMAIL.has(domain) ? "gmail.com" : domain };
}
