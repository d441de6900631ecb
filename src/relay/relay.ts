import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { type Json, parseCanonical } from "../core/contributions/canonical.ts";
import { FOLD_VERSION } from "../core/contributions/fold.ts";
import { readRecord, type SignedRecord, type Signer, verifyRecord } from "../core/contributions/record.ts";
import { RECORD_TYPES } from "../core/contributions/record-types.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { readReadingRequest, verifyVoucher } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { decodeUtf8 } from "../core/contributions/utf8.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { Admission } from "./admission.ts";
import { AnswerError, STATUS } from "./answers.ts";
import { keepCheckpoint, proveInclusion } from "./checkpoints.ts";
import { expireReports, takeNotice, takeReport, withdrawReport } from "./intake.ts";
import { Rate } from "./rate.ts";
import type { Store } from "./store.ts";
import { Stream } from "./stream.ts";
import { readCursor, toWire } from "./wire.ts";
import { type Posted, refuse, Writer } from "./writer.ts";

export interface RelayOptions {
  readonly store: Store;
  /** Signs receipts and checkpoints: the sequencer of every space it serves. */
  readonly signer: Signer;
  readonly spaces: readonly string[];
  /** The key that may begin a space: otherwise the first to come would be its root. */
  readonly founder: string;
  readonly territories: TerritoryTree;
  readonly now: () => Date;
  /** Whether the address of a client is the one a proxy in front of the relay says. */
  readonly trustProxy: boolean;
}

const LIMITS = { batchBytes: 1024 * 1024, batch: 200, page: 1000, recordsPerHour: 20_000, reportsPerDay: 20 } as const;
const READING_MINUTES = 5;
type Query = Readonly<Record<string, string | undefined>>;

/** The relay: appends, lists, streams and erases records of some spaces. Nothing is answered 2xx before it is on the disk. */
export function createRelay({
  store,
  signer,
  spaces,
  founder,
  territories,
  now,
  trustProxy,
}: RelayOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: LIMITS.batchBytes,
    trustProxy,
    forceCloseConnections: "idle",
    keepAliveTimeout: 5000,
  });
  const verifier = createVerifier();
  const admissions = new Map(
    spaces.map((space) => [space, new Admission(space, signer.key, founder, territories, store)]),
  );
  const streams = new Map(spaces.map((space) => [space, new Stream(store, space)]));
  const writer = new Writer(store, signer, admissions, now, () => {
    for (const stream of streams.values()) stream.advance();
  });
  const records = new Rate(2000, LIMITS.recordsPerHour);
  const reports = new Rate(LIMITS.reportsPerDay, LIMITS.reportsPerDay / 24);
  const seconds = () => now().getTime() / 1000;
  const today = () => now().toISOString().slice(0, 10);

  expireReports(now(), store);
  const daily = setInterval(() => expireReports(now(), store), 86_400_000).unref();
  app.addHook("preClose", async () => {
    clearInterval(daily);
    for (const stream of streams.values()) stream.close();
  });
  app.addHook("onClose", async () => {
    await writer.drain();
    store.close();
  });
  app.addHook("onSend", async (_, reply) => {
    reply.header("x-content-type-options", "nosniff").header("cache-control", "no-store");
    reply
      .header("access-control-allow-origin", "*")
      .header("access-control-allow-headers", "authorization, content-type");
  });
  app.setErrorHandler((error, _, reply) => answerError(error, reply));
  app.setNotFoundHandler((_, reply) => answerError(new AnswerError("not_found", "path"), reply));
  app.addContentTypeParser("application/x-ndjson", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  app.options("/*", (_, reply) => reply.header("access-control-allow-methods", "GET, POST, DELETE").code(204).send());

  app.get("/healthz", () => ({ ok: true }));
  app.get("/readyz", () => ({ ok: true, seq: store.lastSeq() }));
  app.get("/v1/info", () => ({
    relayKey: signer.key,
    epoch: store.epoch,
    spaces,
    limits: LIMITS,
    types: Object.keys(RECORD_TYPES),
    foldVersion: FOLD_VERSION,
    territories: territories.release,
  }));

  const post = async (request: FastifyRequest, reply: FastifyReply) => {
    const lines = splitLines(request.body);
    if (lines.length > LIMITS.batch) throw new AnswerError("too_large", `more than ${LIMITS.batch} records`);
    records.take(request.ip, lines.length, seconds());
    const verified = await Promise.all(lines.map(verifyLine));
    // Only now, in their order: a grant comes before what it allows.
    const results = await Promise.all(verified.map((one) => ("hdr" in one ? writer.post(one) : one)));
    reply.code(207);
    return { results };
  };
  const verifyLine = async (line: Uint8Array): Promise<SignedRecord | Posted> => {
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
  };
  app.post("/v1/records", post);
  app.post("/v1/tombstones", post);

  app.get<{ Querystring: Query }>("/v1/records", async (request) => {
    const space = await openSpace(request);
    const after = readCursor(request.query.after, store.epoch);
    const limit = request.query.limit ?? String(LIMITS.page);
    if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > LIMITS.page) {
      throw new AnswerError("malformed", "limit");
    }
    const rows = store.after(space, after, Number(limit) + 1);
    const page = rows.slice(0, Number(limit));
    const next = `${store.epoch}.${page.at(-1)?.seq ?? after}`;
    return { records: page.map(toWire), next, more: rows.length > page.length };
  });
  app.get<{ Querystring: Query }>("/v1/stream", async (request, reply) => {
    const space = await openSpace(request);
    const last = request.headers["last-event-id"];
    const after = readCursor(typeof last === "string" ? last : request.query.after, store.epoch);
    reply.hijack();
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
    // A stream that ends takes its connection with it: stopping waits for no client.
    reply.raw.writeHead(200, { ...headers, connection: "close", "access-control-allow-origin": "*" });
    reply.raw.write(": open\n\n");
    streams.get(space)!.subscribe(reply.raw, after);
  });
  app.get<{ Querystring: Query }>("/v1/checkpoint", async (request) =>
    keepCheckpoint(store, await openSpace(request), signer, now()),
  );
  app.get<{ Querystring: Query }>("/v1/proof", async (request) => {
    const checkpoint = await keepCheckpoint(store, await openSpace(request), signer, now());
    return proveInclusion(store, checkpoint, request.query.id ?? "");
  });

  app.post("/v1/reports", (request, reply) => {
    reports.take(request.ip, 1, seconds());
    reply.code(202);
    return takeReport((request.body ?? null) as Json, today(), store);
  });
  app.delete<{ Params: { id: string } }>("/v1/reports/:id", (request, reply) => {
    reports.take(request.ip, 1, seconds());
    withdrawReport(request.params.id, (request.headers.authorization ?? "").replace(/^Bearer /, ""), store);
    return reply.code(204).send();
  });
  app.post("/v1/notice", (request, reply) => {
    reports.take(request.ip, 1, seconds());
    takeNotice((request.body ?? null) as Json, today(), store);
    return reply.code(202).send({});
  });

  /** The space of a request, once its reader may see it: `public` for anybody, others for whoever signs and has a role there. */
  const openSpace = async (request: FastifyRequest<{ Querystring: Query }>): Promise<string> => {
    const space = request.query.space ?? "";
    const admission = admissions.get(space);
    if (admission === undefined) throw new AnswerError("not_found", "space");
    if (space === "public") return space;
    const [scheme, encoded = ""] = (request.headers.authorization ?? "").split(" ");
    const text = decodeUtf8(Buffer.from(encoded, "base64url"));
    if (scheme !== "Oasis" || text === null) throw new AnswerError("no_grant", "authorization");
    const asked = await readReadingRequest(parseCanonical(text), verifier);
    const isFresh = Math.abs(now().getTime() - Date.parse(asked.rts)) <= READING_MINUTES * 60_000;
    if (asked.space !== space || !isFresh || !admission.isMember(asked.key, today())) {
      throw new AnswerError("no_grant", "authorization");
    }
    return space;
  };
  return app;
}

function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof AnswerError || error instanceof RefusalError) {
    const { code, where } = error;
    if (code === "rate") reply.header("retry-after", where);
    if (code === "busy") reply.header("retry-after", "5");
    return reply.code(STATUS[code]).send({ code, where });
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const code = status === 413 ? "too_large" : status < 500 ? "malformed" : "error";
  return reply.code(status).send({ code, where: "" });
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
