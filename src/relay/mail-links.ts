import type { FastifyInstance } from "fastify";
import type { Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import { AnswerError } from "./answers.ts";
import { confirmLink, hashLinkCode, openAsking } from "./asking.ts";
import { type RelayContext, seconds } from "./context.ts";
import { LIMITS } from "./limits.ts";
import { type MailAddress, readMailAddress } from "./mail-address.ts";
import { MAIL_LANGUAGES, type MailLanguage, writeLetter } from "./mail-text.ts";
import type { Mailer } from "./mailer.ts";
import type { Rate } from "./rate.ts";
import { keyedHash, makeCodes } from "./vouchers.ts";

interface Means {
  readonly site: string;
  readonly mailer: Mailer;
}

const LONGEST_ADDRESS = 320;
const DAY_SECONDS = 86_400;
const ASKED = {
  asking: (value: Json): value is Json => typeof value === "object" && value !== null,
  address: is.text(LONGEST_ADDRESS),
  target: is.hash,
  language: is.oneOf(...MAIL_LANGUAGES),
};

/**
 * Sends a link to an address. The answer is the same whether the address was used before, was sent too many, or cannot be
 * reached: only who reads its mail learns anything.
 */
export function addMailRoute(app: FastifyInstance, context: RelayContext, secret: Uint8Array, means: Means): void {
  const { rates, store } = context;
  const { site, mailer } = means;
  app.post("/v1/mail-links", async (request, reply) => {
    const now = seconds(context);
    rates.links.take(request.ip, 1, now);
    const wrong = is.findWrongField((request.body ?? null) as Json, ASKED, {});
    if (wrong !== null) throw new AnswerError("schema", wrong);
    const { asking, address, target, language } = request.body as {
      readonly asking: Json;
      readonly address: string;
      readonly target: string;
      readonly language: MailLanguage;
    };
    const { space, ballot, key: subject } = await openAsking(context, asking, target);
    const to = readMailAddress(address);
    if (mailer.isFull) throw new AnswerError("busy", "mail");
    rates.linksOfDomain.take(to.domain, 1, now);
    rates.allLinks.take("everybody", 1, now);
    const [code] = makeCodes(1);
    const made = Math.floor(now);
    const link = {
      ...hashAddress(to, ballot, secret),
      ...{ hash: hashLinkCode(code, secret), level: "L1" as const, space, ballot, subject },
      ...{ made, expires: made + LIMITS.linkSeconds },
    };
    // Whatever the limits say the same is done here, but for a letter nobody waits for.
    const most = isAllowed(rates.linksOfPerson, link.recipient, now) ? LIMITS.linksPerPersonDay : 0;
    const isKept = await store.saveLink(link, made - DAY_SECONDS, most);
    const url = confirmLink(site, { space, target }, ballot, subject)(code);
    const letter = writeLetter(to.to, language, url, code, site);
    if (isKept) setImmediate(() => mailer.post(letter));
    return reply.code(202).send({});
  });
}

/** What is kept of an address; each says nothing of the others. */
export function hashAddress({ person, domain }: MailAddress, ballot: string, secret: Uint8Array) {
  return {
    recipient: keyedHash(secret, `recipient|${person}`),
    nullifier: keyedHash(secret, `mail|${ballot}|${person}`),
    source: keyedHash(secret, `domain|${ballot}|${domain}`),
  };
}

function isAllowed(rate: Rate, recipient: string, now: number): boolean {
  try {
    rate.take(recipient, 1, now);
    return true;
  } catch (error) {
    if (error instanceof AnswerError) return false;
    throw error;
  }
}
