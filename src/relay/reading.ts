import type { FastifyRequest } from "fastify";
import { parseCanonical } from "../core/contributions/canonical.ts";
import { readReadingRequest } from "../core/contributions/statement.ts";
import { decodeUtf8 } from "../core/contributions/utf8.ts";
import { AnswerError } from "./answers.ts";
import { type Query, type RelayContext, today } from "./context.ts";

const FRESH_MILLISECONDS = 5 * 60_000;

type Asking = Pick<FastifyRequest<{ Querystring: Query }>, "headers" | "query">;

/** The space of a request, once its reader may see it: `public` for anybody, others for whoever signs and has a role there. */
export async function openSpace(context: RelayContext, request: Asking): Promise<string> {
  const space = servedSpace(context, request.query.space);
  if (space === "public") return space;
  const key = await readAsker(context, request, space);
  if (!context.admissions.of(space).isMember(key, today(context))) throw new AnswerError("no_grant", "authorization");
  return space;
}

/** The key that reads the reports of a space: a steward's or a moderator's. */
export async function openIntake(context: RelayContext, request: Asking): Promise<{ space: string; key: string }> {
  const space = servedSpace(context, request.query.space);
  const key = await readAsker(context, request, space);
  if (!context.admissions.of(space).moderates(key, today(context))) throw new AnswerError("no_grant", "authorization");
  return { space, key };
}

/** Throws `not_found` for a space that is not served. */
export function servedSpace({ admissions }: RelayContext, space: string | undefined): string {
  if (space === undefined || !admissions.has(space)) throw new AnswerError("not_found", "space");
  return space;
}

/** Throws `no_grant` for a statement signed more than five minutes ago, or ahead of time. */
export function assertFresh({ now }: RelayContext, rts: string, where: string): void {
  if (Math.abs(now().getTime() - Date.parse(rts)) > FRESH_MILLISECONDS) throw new AnswerError("no_grant", where);
}

/** The key of `Authorization: Oasis <base64url of a canonical reading request>`. */
async function readAsker(context: RelayContext, { headers }: Asking, space: string): Promise<string> {
  const [scheme, encoded = ""] = (headers.authorization ?? "").split(" ");
  const text = decodeUtf8(Buffer.from(encoded, "base64url"));
  if (scheme !== "Oasis" || text === null) throw new AnswerError("no_grant", "authorization");
  const asked = await readReadingRequest(parseCanonical(text), context.verifier);
  if (asked.space !== space) throw new AnswerError("no_grant", "authorization");
  assertFresh(context, asked.rts, "authorization");
  // A role revoked through another relay no longer opens anything here.
  await context.admissions.follow(context.store);
  return asked.key;
}
