import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { canonicalise, type JsonObject } from "../../../src/core/contributions/canonical.ts";
import { rootOf } from "../../../src/core/contributions/check-checkpoints.ts";
import { hashBody, recordId, type SignedRecord, signedBytes } from "../../../src/core/contributions/record.ts";
import { gatherLog } from "../../../src/core/contributions/record-log.ts";
import { toBytes } from "./signed-world.ts";
import { makeSigner } from "./signers.ts";

const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const SALT = encodeBase64url(new Uint8Array(16));
const SIGNER = makeSigner(1);

async function write(
  type: string,
  body: JsonObject,
  change: JsonObject = {},
  message = (bytes: Uint8Array): Uint8Array => bytes,
): Promise<SignedRecord> {
  const salted = { ...body, salt: SALT };
  const said = { space: "committee:odd", type, scope: "fr", ts: "2026-01-01", refs: [] as string[] };
  const hdr = { v: 1 as const, ...said, author: SIGNER.key, bh: hashBody(salted), ...change };
  const sig = encodeBase64url(await SIGNER.sign(message(signedBytes(hdr))));
  return { id: recordId(hdr), hdr, sig, body: salted };
}

const text = (title: string) => ({ title, text: "Le mardi" });
const line = (record: SignedRecord) => canonicalise({ ...record, receipts: [] } as never);

/** A file whose every line but the first is wrong in its own way (failure test 15). */
export async function oddLines(): Promise<string> {
  const good = await write("proposal", text("Bon"));
  const moved = await write("proposal", text("S + L"));
  const weak = await write("proposal", text("Petit ordre"), {
    author: encodeBase64url(Uint8Array.of(1, ...new Uint8Array(31))),
  });
  const beyond = Uint8Array.from([0xf0, ...new Uint8Array(30).fill(255), 0x7f]);
  const other = await write("proposal", text("Point au-delà de p"), { author: encodeBase64url(beyond) });
  const prefix = await write("proposal", text("Autre préfixe"), {}, (bytes) => Uint8Array.from([...bytes].with(2, 50)));
  const space = await write("proposal", text("Autre espace"), { space: "committee:other" });
  const renamed = { ...(await write("proposal", text("Autre nom"))), id: good.id };
  const lines = [
    line(good),
    line({ ...moved, sig: addOrder(moved.sig) }),
    line(weak),
    line(other),
    line(prefix),
    line(space),
    line(renamed),
    // Keys out of order, repeated, a number that loses digits, half a pair, text not in NFC, a hidden character.
    line(good).replace(/^\{"body":(.*?),"hdr":/, '{"hdr":{},"body":$1,"hdr":'),
    line(good).replace('"v":1', '"v":1,"v":1'),
    line(good).replace('"v":1', '"v":9007199254740993'),
    line(good).replace("Bon", "\\ud800"),
    line(good).replace("Bon", "e\u0301"),
    line(good).replace("Bon", "B\u200bon"),
    line(good).slice(0, -10),
  ];
  const ids = [good, moved, weak, other, prefix, space].map(({ id }) => id).concat(good.id);
  const manifest = { format: "dmlog1", space: "committee:odd", count: ids.length, head: rootOf(ids) };
  return `${[canonicalise(manifest), ...lines].join("\n")}\n`;
}

/** Texts that run where they are taken for HTML, in every field that holds text (failure test 31). */
export async function xssLog(): Promise<{ readonly text: string; readonly payloads: readonly string[] }> {
  const payloads = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "{{constructor.constructor('alert(1)')()}}",
    "</pre><a href=javascript:alert(1)>x</a>",
  ];
  const { key } = SIGNER;
  const window = { notBefore: "2026-01-01", notAfter: "2027-01-01" };
  const subject = makeSigner(2).key;
  const records = [
    await write("genesis", { name: payloads[0], roots: [key], threshold: 1, sequencer: key }),
    await write("grant", { subject, role: "association", organisation: payloads[1], ...window }),
    ...(await Promise.all(payloads.map((one) => write("proposal", { title: one, text: one })))),
    await write("consultation", {
      question: payloads[2],
      options: payloads,
      opens: "2026-01-01",
      closes: "2026-01-02",
      quorum: 0,
    }),
    await write("unknown-kind", { anything: payloads[3] }),
  ];
  const bytes = await toBytes(gatherLog("committee:odd", records));
  return { text: Buffer.from(bytes).toString("utf8"), payloads };
}

/** The same scalar written otherwise. */
function addOrder(signature: string): string {
  const bytes = Buffer.from(signature, "base64url");
  let s = 0n;
  for (let at = 63; at >= 32; at--) s = (s << 8n) | BigInt(bytes[at]);
  s += L;
  for (let at = 32; at < 64; at++) bytes[at] = Number((s >> BigInt(8 * (at - 32))) & 255n);
  return bytes.toString("base64url");
}
