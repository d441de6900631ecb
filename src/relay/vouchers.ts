import { createHmac, randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import type { Signer } from "../core/contributions/record.ts";
import { signVoucher, type Voucher } from "../core/contributions/statement.ts";
import { encodeUtf8 } from "../core/contributions/utf8.ts";
import { assertOpen } from "./admission.ts";
import { AnswerError } from "./answers.ts";
import { type Query, type RelayContext, seconds, today } from "./context.ts";
import { openSpace, servedSpace } from "./reading.ts";
import type { Voice } from "./verification-store.ts";

/** Letters and digits that are not taken for one another (Crockford's base 32): 16 of them are 80 bits. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LETTERS = 16;
const ASKED = { code: is.text(is.LONGEST_CODE), space: is.space, ballot: is.hash, subject: is.strongKey };

/** Codes to print and hand out, four groups of four. */
export function makeCodes(count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const letters = Array.from(randomBytes(CODE_LETTERS), (byte) => ALPHABET[byte & 31]).join("");
    return letters.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** What turns codes into hashes and nullifiers: drawn from the relay's key, so that neither can be tried on a stolen database. */
export async function voucherSecret(signer: Signer): Promise<Uint8Array> {
  return signer.sign(encodeUtf8("dm1-voucher-secret\n"));
}

export function hashCode(code: string, secret: Uint8Array): string {
  return keyedHash(secret, `code|${readCode(code)}`);
}

/** Vouchers for supports, against codes handed out on paper: one code, one voice in each ballot, and nothing says which code. */
export function addVoucherRoutes(app: FastifyInstance, context: RelayContext, secret: Uint8Array): void {
  const { store, rates } = context;
  app.post("/v1/vouchers", async (request) => {
    rates.vouchers.take(request.ip, 1, seconds(context));
    const wrong = is.findWrongField((request.body ?? null) as Json, ASKED, {});
    if (wrong !== null) throw new AnswerError("schema", wrong);
    const { code, space, ballot, subject } = request.body as Record<keyof typeof ASKED, string>;
    servedSpace(context, space);
    assertOpen((await store.find(ballot))?.record, space, today(context));
    if (!(await store.hasCode(hashCode(code, secret)))) throw new AnswerError("not_found", "code");
    const nullifier = keyedHash(secret, `${ballot}|${readCode(code)}`);
    return { voucher: await vouch({ nullifier, ballot, subject, level: "L3", source: "" }, space, "code", context) };
  });
  app.get<{ Querystring: Query }>("/v1/vouchers", async (request) => {
    await openSpace(context, request);
    return store.countVouchers(request.query.ballot ?? "");
  });
}

/**
 * Binds a person to the first key they bring in a ballot, and vouches for it. The same key gets the same voucher again: an
 * answer can be lost. Throws `spent`.
 */
export async function vouch(
  voice: Omit<Voice, "hour">,
  space: string,
  where: string,
  { store, signer, now }: RelayContext,
): Promise<Voucher> {
  const { nullifier, level, ballot, subject } = voice;
  const stands = await store.takeNullifier({ ...voice, hour: now().toISOString().slice(0, 13) });
  if (stands !== subject) throw new AnswerError("spent", where);
  return signVoucher({ level, nullifier }, { space, ballot, subject }, signer);
}

/** As it was printed, or as it was typed. */
export function readCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

export function keyedHash(secret: Uint8Array, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
