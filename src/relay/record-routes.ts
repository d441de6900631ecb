import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parseCanonical } from "../core/contributions/canonical.ts";
import { FOLD_VERSION } from "../core/contributions/fold.ts";
import { readRecord, type SignedRecord, verifyRecord } from "../core/contributions/record.ts";
import { RECORD_TYPES } from "../core/contributions/record-types.ts";
import { verifyVoucher } from "../core/contributions/statement.ts";
import { decodeUtf8 } from "../core/contributions/utf8.ts";
import { AnswerError } from "./answers.ts";
import { type Query, type RelayContext, seconds } from "./context.ts";
import { LIMITS } from "./limits.ts";
import { openSpace } from "./reading.ts";
import { readCursor, toWire } from "./wire.ts";
import { type Posted, refuse } from "./writer.ts";

/** Records: taken, listed, streamed, proved. */
export function addRecordRoutes(app: FastifyInstance, context: RelayContext): void {
  const { store, signer, spaces, territories, admissions, writer, streams, checkpoints, rates } = context;
  app.get("/v1/info", () => ({
    relayKey: signer.key,
    epoch: store.epoch,
    now: context.now().toISOString(),
    spaces,
    limits: LIMITS,
    types: Object.keys(RECORD_TYPES),
    foldVersion: FOLD_VERSION,
    territories: territories.release,
    verification: context.verification,
  }));

  const post = async (request: FastifyRequest, reply: FastifyReply) => {
    const lines = splitLines(request.body);
    if (lines.length > LIMITS.batch) throw new AnswerError("too_large", `more than ${LIMITS.batch} records`);
    rates.records.take(request.ip, lines.length, seconds(context));
    const verified = await Promise.all(lines.map((line) => verifyLine(context, line)));
    // Only now, in their order: a grant comes before what it allows.
    const results = await Promise.all(verified.map((one) => ("hdr" in one ? writer.post(one) : one)));
    const isBusy = results.every(({ code }) => code === "busy");
    if (!isBusy) return reply.code(207).send({ results });
    // None could be tried: the whole is to be sent again.
    return reply.header("retry-after", "5").code(503).send({ code: "busy", where: "store", results });
  };
  app.post("/v1/records", post);
  app.post("/v1/tombstones", post);

  app.get<{ Querystring: Query }>("/v1/records", async (request, reply) => {
    const space = await openSpace(context, request);
    const after = readCursor(request.query.after, store.epoch);
    const limit = readNumber(request.query.limit, "limit") ?? LIMITS.page;
    if (limit < 1 || limit > LIMITS.page) throw new AnswerError("malformed", "limit");
    const rows = await store.after(space, after, limit + 1);
    const page = rows.slice(0, limit);
    const next = `${store.epoch}.${page.at(-1)?.seq ?? after}`;
    const more = rows.length > page.length;
    // Rows only ever lose their body: how many did says which version this is.
    const etag = `"${next}-${page.length}-${page.filter(({ isPurged }) => isPurged).length}-${more ? 1 : 0}"`;
    reply.header("etag", etag).header("cache-control", space === "public" ? "public, no-cache" : "no-store");
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    return { records: page.map(toWire), next, more };
  });
  app.get<{ Querystring: Query }>("/v1/stream", async (request, reply) => {
    const space = await openSpace(context, request);
    const last = request.headers["last-event-id"];
    const after = readCursor(typeof last === "string" ? last : request.query.after, store.epoch);
    const listeners = Array.from(streams.values()).reduce((sum, stream) => sum + stream.size, 0);
    if (listeners >= LIMITS.listeners) throw new AnswerError("busy", "listeners");
    reply.hijack();
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
    // A stream that ends takes its connection with it: stopping waits for no client.
    reply.raw.writeHead(200, { ...headers, connection: "close", "access-control-allow-origin": "*" });
    reply.raw.write(": open\n\n");
    streams
      .get(space)!
      .subscribe(reply.raw, after)
      .catch(() => reply.raw.destroy());
  });
  app.get<{ Querystring: Query }>("/v1/issuance", async (request) => {
    const space = await openSpace(context, request);
    await checkpoints.last(space);
    return { issuances: await store.issuances(space, LIMITS.issuances) };
  });
  app.get<{ Querystring: Query }>("/v1/checkpoint", async (request) =>
    checkpoints.last(await openSpace(context, request)),
  );
  app.get<{ Querystring: Query }>("/v1/proof", async (request) => {
    const space = await openSpace(context, request);
    rates.proofs.take(request.ip, 1, seconds(context));
    return checkpoints.proveInclusion(space, request.query.id ?? "");
  });
  app.get<{ Querystring: Query }>("/v1/consistency", async (request) => {
    const space = await openSpace(context, request);
    rates.proofs.take(request.ip, 1, seconds(context));
    const [from, to] = [readNumber(request.query.from, "from"), readNumber(request.query.to, "to")];
    if (from === null) throw new AnswerError("malformed", "from");
    return checkpoints.proveConsistency(space, from, to);
  });
  app.get("/healthz", () => ({ ok: true }));
  app.get("/readyz", async (_, reply) => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, LIMITS.readyMilliseconds, null).unref());
    const asked = admissions.follow(store).then(() => store.lastSeq());
    const seq = await Promise.race([asked, late]).catch(() => null);
    return reply.code(seq === null ? 503 : 200).send({ ok: seq !== null });
  });
}

async function verifyLine({ verifier }: RelayContext, line: Uint8Array): Promise<SignedRecord | Posted> {
  try {
    const text = decodeUtf8(line);
    if (text === null) throw new AnswerError("malformed", "not UTF-8");
    const record = readRecord(parseCanonical(text));
    await verifyRecord(record, verifier);
    await verifyVoucher(record, verifier);
    return record;
  } catch (error) {
    return refuse(null, error);
  }
}

function splitLines(body: unknown): readonly Uint8Array[] {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new AnswerError("malformed", "application/x-ndjson is needed");
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = body.indexOf(10); end !== -1; end = body.indexOf(10, start)) {
    lines.push(body.subarray(start, end));
    start = end + 1;
  }
  if (start < body.length) lines.push(body.subarray(start));
  return lines;
}

function readNumber(text: string | undefined, where: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,12}$/.test(text)) throw new AnswerError("malformed", where);
  return Number(text);
}
