import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Json } from "../core/contributions/canonical.ts";
import { readClaim } from "../core/contributions/statement.ts";
import { describeFailure } from "./answer-error.ts";
import { AnswerError } from "./answers.ts";
import { assertBallot, hashLinkCode } from "./asking.ts";
import { type RelayContext, seconds } from "./context.ts";
import { IdentityProvider, type ProviderOptions } from "./identity-provider.ts";
import { addMailRoute } from "./mail-links.ts";
import { Mailer, type MailOptions } from "./mailer.ts";
import { assertFresh } from "./reading.ts";
import { addSignInRoutes } from "./sign-ins.ts";
import { vouch } from "./vouchers.ts";

export interface VerificationOptions {
  /** Where the application is, with its last slash: links and sign-ins lead there and nowhere else. */
  readonly site: string;
  readonly mail?: MailOptions;
  readonly provider?: ProviderOptions;
}

const HOUR_MILLISECONDS = 3_600_000;
const DAY_SECONDS = 86_400;
/** Sources of vouchers serve to see who floods a ballot while one can still say so. */
const SOURCE_DAYS = 90;

/** Verification of people by mail or by an identity provider: what is asked for with a signature is claimed with one, by the same key. */
export async function addVerification(
  app: FastifyInstance,
  context: RelayContext,
  secret: Uint8Array,
  { site, mail, provider }: VerificationOptions,
): Promise<void> {
  const expire = () => expireLinks(context);
  await expire();
  const retry = () => expire().catch((error) => app.log.error(describeFailure(error), "expiry"));
  const timer = setInterval(retry, HOUR_MILLISECONDS).unref();
  app.addHook("preClose", async () => clearInterval(timer));
  if (mail !== undefined) {
    const mailer = new Mailer(mail, (error) => app.log.warn(describeFailure(error), "mail"));
    app.addHook("onClose", () => mailer.close());
    addMailRoute(app, context, secret, { site, mailer });
  }
  if (provider !== undefined) {
    addSignInRoutes(app, context, secret, { site, provider: new IdentityProvider(provider) });
  }
  addClaimRoute(app, context, secret);
}

/** A code for a voucher: once, in time, by the key it was made for. */
function addClaimRoute(app: FastifyInstance, context: RelayContext, secret: Uint8Array): void {
  const { store, rates, verifier } = context;
  app.post("/v1/claims", async (request) => {
    rates.vouchers.take(request.ip, 1, seconds(context));
    const { space, ballot, code, rts, key } = await readClaim((request.body ?? null) as Json, verifier);
    assertFresh(context, rts, "rts");
    await assertBallot(context, space, ballot);
    const hash = Buffer.from(hashLinkCode(code, secret));
    let found = null;
    for (const link of await store.links(ballot, key)) {
      if (timingSafeEqual(Buffer.from(link.hash), hash)) found = link;
    }
    if (found === null || found.space !== space) throw new AnswerError("not_found", "code");
    if (found.isUsed) throw new AnswerError("spent", "code");
    if (found.expires <= seconds(context)) throw new AnswerError("expired", "code");
    if (!(await store.useLink(found.hash))) throw new AnswerError("spent", "code");
    const { nullifier, level, source } = found;
    return { voucher: await vouch({ nullifier, level, source, ballot, subject: key }, space, "person", context) };
  });
}

/** A link is kept a day for the limits of who receives it. */
async function expireLinks(context: RelayContext): Promise<void> {
  const now = seconds(context);
  const hour = new Date((now - SOURCE_DAYS * DAY_SECONDS) * 1000).toISOString().slice(0, 13);
  await context.store.expireLinks(Math.floor(now) - DAY_SECONDS, hour);
}
