import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { rootOf } from "../../../src/core/contributions/check-checkpoints.ts";
import { writeDmlog } from "../../../src/core/contributions/dmlog.ts";
import { type Signer, signedBytes } from "../../../src/core/contributions/record.ts";
import { gatherLog, type RecordLog } from "../../../src/core/contributions/record-log.ts";
import {
  type Checkpoint,
  signCheckpoint,
  signReceipt,
  signVoucher,
} from "../../../src/core/contributions/statement.ts";
import { makeSigner } from "./signers.ts";
import { ANNE, BOB, CARO, DAN, EVE, RELAY, ROOT, World } from "./world.ts";

const signers = Array.from({ length: 12 }, (_, number) => makeSigner(number + 1));

export function signerOf(key: string): Signer {
  return signers.find((signer) => signer.key === key)!;
}

/** The log of a world with true signatures. */
export async function signWorld(world: World): Promise<RecordLog> {
  const records = await Promise.all(
    world.records.map(async (record) => {
      const sig = await signerOf(record.hdr.author).sign(signedBytes(record.hdr));
      return { ...record, sig: encodeBase64url(sig) };
    }),
  );
  const receipts = world.receipts.map(({ key, sig: _, ...said }) => signReceipt(said, signerOf(key)));
  return gatherLog(world.space, records, await Promise.all(receipts));
}

export async function toBytes(log: RecordLog, checkpoints: readonly Checkpoint[] = []): Promise<Uint8Array> {
  return Buffer.from(Array.from(writeDmlog(log, checkpoints)).join(""));
}

/** One of nearly everything: the log whose state is frozen. Change nothing here: add another. */
export async function goldenWorld(): Promise<{ world: World; log: RecordLog; checkpoint: Checkpoint }> {
  const world = new World("committee:golden");
  world.grant(ROOT, ANNE, "steward", {}, { scope: "reg:53" });
  const bob = world.grant(ANNE, BOB, "member", { college: "professionals" }, { scope: "dep:35" });
  world.grant(ANNE, CARO, "moderator", {}, { scope: "dep:35" });
  world.grant(ROOT, DAN, "association", { organisation: "Usagers 35" }, { scope: "dep:35" });
  const waiting = world.proposal(EVE);
  const proposal = world.proposal(BOB);
  world.moderate(CARO, proposal, "redact");
  const text = { question: "Où ouvrir ?", options: ["Vitré", "Fougères"], opens: "2026-01-01", closes: "2026-01-10" };
  const ballot = world.add(ANNE, "consultation", { ...text, quorum: 1 });
  world.add(BOB, "position", { consultation: ballot, option: 0, stance: "for", statement: "Accessible en train" });
  const where = { space: world.space, ballot, subject: EVE };
  const voucher = await signVoucher({ level: "L2", nullifier: proposal }, where, signerOf(RELAY));
  world.add(EVE, "support", { ballot, target: proposal, value: true, voucher: { ...voucher } });
  const row = { dataset: "finess", release: "2026-01", row: "350000014", field: "open", old: "1", new: "0" };
  world.add(DAN, "correction", { ...row, evidence: "phone-call", evidenceDate: "2026-01-01" });
  const body = { consultation: ballot, option: 0, votes: [], text: "Vitré", foldVersion: 1 };
  const decision = world.add(ANNE, "decision", body, { rts: "2026-01-11T00:00:00Z" });
  const terms = {
    indicator: "official-apl",
    baseline: "2.1",
    baselineDate: "2026-01-01",
    release: "2023",
    target: "2.5",
  };
  const objective = world.add(ANNE, "objective", { ...terms, deadline: "2028-12-31", owner: "CLS", decision });
  world.add(RELAY, "measurement", { objective, value: "2.2", date: "2027-01-01", release: "2024" });
  const erased = world.proposal(BOB);
  world.add(BOB, "tombstone", { target: erased, reason: "author" });
  world.add(ANNE, "revoke", { grant: bob, reason: "Fin de mandat" });
  world.proposal(BOB);
  world.moderate(CARO, waiting, "hide", { seq: null });
  const log = await signWorld(world);
  const ids = Array.from(new Set(log.receipts.map(({ id }) => id)));
  const epoch = encodeBase64url(new Uint8Array(16).fill(9));
  const said = { space: world.space, epoch, size: ids.length, root: rootOf(ids), rts: "2026-01-12T00:00:00Z" };
  return { world, log, checkpoint: await signCheckpoint(said, signerOf(RELAY)) };
}
