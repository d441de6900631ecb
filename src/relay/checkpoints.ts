import { encodeBase64url } from "../core/contributions/base64url.ts";
import { rootOf } from "../core/contributions/check-checkpoints.ts";
import { inclusionProof, leafHash } from "../core/contributions/merkle.ts";
import type { Signer } from "../core/contributions/record.ts";
import { type Checkpoint, idBytes, signCheckpoint } from "../core/contributions/statement.ts";
import { AnswerError } from "./answers.ts";
import type { Store } from "./store.ts";

const MOST_RECORDS = 1000;
const MOST_MILLISECONDS = 86_400_000;

/** The last checkpoint of a space; a new one after a thousand records, or a day with any. */
export async function keepCheckpoint(store: Store, space: string, signer: Signer, now: Date): Promise<Checkpoint> {
  const last = store.checkpoints(space).at(-1);
  const ids = store.ids(space);
  if (last !== undefined) {
    const isOld = now.getTime() - Date.parse(last.rts) >= MOST_MILLISECONDS;
    const news = ids.length - last.size;
    if (news === 0 || (news < MOST_RECORDS && !isOld)) return last;
  }
  const rts = `${now.toISOString().slice(0, 19)}Z`;
  const said = { space, epoch: store.epoch, size: ids.length, root: rootOf(ids), rts };
  const checkpoint = await signCheckpoint(said, signer);
  store.saveCheckpoint(checkpoint);
  return checkpoint;
}

/** That a record is under a checkpoint. Throws `not_found` for one that came later, or never. */
export function proveInclusion(store: Store, checkpoint: Checkpoint, id: string) {
  const ids = store.ids(checkpoint.space).slice(0, checkpoint.size);
  const index = ids.indexOf(id);
  if (index < 0) throw new AnswerError("not_found", "id");
  const leaves = ids.map((one) => leafHash(idBytes(one)));
  return { checkpoint, id, index, path: inclusionProof(leaves, index).map(encodeBase64url) };
}
