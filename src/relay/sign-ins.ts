import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import { describeFailure } from "./answer-error.ts";
import { AnswerError } from "./answers.ts";
import { confirmLink, hashLinkCode, openAsking } from "./asking.ts";
import { type Query, type RelayContext, seconds } from "./context.ts";
import { type IdentityProvider, isProviderDown, type Passage } from "./identity-provider.ts";
import { LIMITS } from "./limits.ts";
import type { SignIn } from "./verification-store.ts";
import { keyedHash, makeCodes } from "./vouchers.ts";

const DAY_SECONDS = 86_400;
const ASKED = { asking: (value: Json): value is Json => typeof value === "object" && value !== null, target: is.hash };

/**
 * Lets somebody sign in elsewhere and come back with a code, as a link by mail would bring it: only the key that signed the
 * question can use it, so that a sign-in begun by another, or a way back somebody else is led on, vouches for nobody.
 */
export function addSignInRoutes(
  app: FastifyInstance,
  context: RelayContext,
  secret: Uint8Array,
  { site, provider }: { readonly site: string; readonly provider: IdentityProvider },
): void {
  const { rates, store } = context;
  app.post("/v1/sign-ins", async (request) => {
    const now = seconds(context);
    rates.links.take(request.ip, 1, now);
    const wrong = is.findWrongField((request.body ?? null) as Json, ASKED, {});
    if (wrong !== null) throw new AnswerError("schema", wrong);
    const { asking, target } = request.body as { readonly asking: Json; readonly target: string };
    const { space, ballot, key: subject } = await openAsking(context, asking, target);
    const passage = openPassage(randomBytes(32).toString("base64url"), secret);
    const url = await provider.begin(passage).catch((error) => {
      app.log.warn(describeFailure(error), "sign-in");
      throw new AnswerError("busy", "provider");
    });
    const expires = Math.floor(now) + LIMITS.signInSeconds;
    await store.saveSignIn({ state: hashState(passage.state, secret), space, ballot, target, subject, expires });
    return { url };
  });
  app.get<{ Querystring: Query }>("/v1/sign-ins/callback", { exposeHeadRoute: false }, async (request, reply) => {
    const now = seconds(context);
    rates.vouchers.take(request.ip, 1, now);
    const { state } = request.query;
    const signIn = typeof state === "string" ? await store.takeSignIn(hashState(state, secret)) : null;
    if (signIn === null || signIn.expires <= now) return reply.redirect(failureLink(site, signIn, "expired"), 303);
    const query = request.url.slice(request.url.indexOf("?"));
    try {
      const person = await provider.identify(query, openPassage(String(state), secret));
      const { space, ballot, target, subject } = signIn;
      const nullifier = keyedHash(secret, `oidc|${ballot}|${provider.issuer}|${person}`);
      const [code] = makeCodes(1);
      const made = Math.floor(now);
      const link = {
        ...{ hash: hashLinkCode(code, secret), level: "L2" as const, recipient: nullifier, space, ballot, subject },
        ...{ nullifier, source: "", made, expires: made + LIMITS.signInSeconds },
      };
      await store.saveLink(link, made - DAY_SECONDS, LIMITS.linksPerHour);
      return reply.redirect(confirmLink(site, { space, target }, ballot, subject)(code), 303);
    } catch (error) {
      app.log.warn(describeFailure(error), "sign-in");
      return reply.redirect(failureLink(site, signIn, isProviderDown(error) ? "busy" : "refused"), 303);
    }
  });
}

/** Nonce and PKCE verifier follow from the state: nothing of them is kept. */
function openPassage(state: string, secret: Uint8Array): Passage {
  return { state, nonce: keyedHash(secret, `nonce|${state}`), verifier: keyedHash(secret, `pkce|${state}`) };
}

function hashState(state: string, secret: Uint8Array): string {
  return keyedHash(secret, `state|${state}`);
}

function failureLink(site: string, signIn: SignIn | null, reason: "refused" | "expired" | "busy"): string {
  const about = signIn === null ? {} : { space: signIn.space, record: signIn.target };
  return `${site}?${new URLSearchParams({ page: "participate", part: "proposals", ...about })}#unverified=${reason}`;
}
