import type { Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import { type Asking, readAsking } from "../core/contributions/statement.ts";
import { assertOpen } from "./admission.ts";
import { AnswerError } from "./answers.ts";
import { type RelayContext, today } from "./context.ts";
import { assertFresh, servedSpace } from "./reading.ts";
import { keyedHash, readCode } from "./vouchers.ts";

/** Who asks to be verified in a ballot that is open, about a record of its space. Never in public: a voucher tells who it was for. */
export async function openAsking(context: RelayContext, asked: Json, target: string): Promise<Asking> {
  const asking = await readAsking(asked, context.verifier);
  assertFresh(context, asking.rts, "asking.rts");
  await assertBallot(context, asking.space, asking.ballot);
  const about = is.hash(target) ? await context.store.find(target) : null;
  if (about === null || about.record.hdr.space !== asking.space) throw new AnswerError("not_found", "target");
  return asking;
}

/** Where the application confirms a code: after the #, so that it is sent to no server and no GET uses it up. */
export function confirmLink(site: string, said: { space: string; target: string }, ballot: string, key: string) {
  const page = new URLSearchParams({ page: "participate", part: "proposals", space: said.space, record: said.target });
  return (code: string) => `${site}?${page}#verify=${code}.${ballot}.${key}`;
}

export function hashLinkCode(code: string, secret: Uint8Array): string {
  return keyedHash(secret, `link|${readCode(code)}`);
}

export async function assertBallot(context: RelayContext, space: string, ballot: string): Promise<void> {
  servedSpace(context, space);
  if (space === "public") throw new AnswerError("not_allowed", "space");
  assertOpen((await context.store.find(ballot))?.record, space, today(context));
}
