import type { Writable } from "node:stream";
import fastify, { type FastifyInstance, LogController } from "fastify";
import type { Signer, Verifier } from "../core/contributions/record.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { Admissions } from "./admissions.ts";
import { answerError, describeFailure } from "./answer-error.ts";
import { AnswerError } from "./answers.ts";
import { createAppFiles } from "./app-files.ts";
import { Checkpoints } from "./checkpoints.ts";
import type { RelayContext } from "./context.ts";
import { expireReports } from "./intake.ts";
import { LIMITS } from "./limits.ts";
import { Rate } from "./rate.ts";
import { addRecordRoutes } from "./record-routes.ts";
import { assertSequencer } from "./relay-key.ts";
import { addReportRoutes } from "./report-routes.ts";
import type { Store } from "./store.ts";
import { Stream } from "./stream.ts";
import { addVerification, type VerificationOptions } from "./verification.ts";
import { addVoucherRoutes, voucherSecret } from "./vouchers.ts";
import { Writer } from "./writer.ts";

export interface RelayOptions {
  readonly store: Store;
  /** Signs receipts and checkpoints: the sequencer of every space it serves, the same for all relays of one database. */
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly spaces: readonly string[];
  /** The key that may begin a space: otherwise the first to come would be its root. */
  readonly founder: string;
  readonly territories: TerritoryTree;
  readonly now: () => Date;
  /** Whether the address of a client is the one a proxy in front of the relay says. */
  readonly trustProxy: boolean;
  /** How people are verified beyond paper codes. */
  readonly verification?: VerificationOptions;
  /** A build of the application, served at `/`. */
  readonly app?: string;
  /** One JSON line a request and failure: method, route, status, duration. Neither addresses, nor bodies, nor ids. */
  readonly log?: Writable;
}

const POLL_MILLISECONDS = 5000;
const DAY_MILLISECONDS = 86_400_000;

/** The relay: appends, lists, streams and erases records of some spaces. Nothing is answered 2xx before it is on the disk. */
export async function createRelay(options: RelayOptions): Promise<FastifyInstance> {
  const { store, signer, spaces, now } = options;
  await assertSequencer(store, signer.key);
  const app = fastify({
    bodyLimit: LIMITS.batchBytes,
    trustProxy: options.trustProxy,
    forceCloseConnections: "idle",
    keepAliveTimeout: 5000,
    requestTimeout: 30_000,
    logController: new LogController({ disableRequestLogging: true }),
    logger: options.log === undefined ? false : { level: "info", base: null, stream: options.log },
  });
  const tail = await store.lastSeq();
  const streams = new Map(spaces.map((space) => [space, new Stream(store, space, tail)]));
  const advance = () => {
    for (const stream of streams.values())
      stream.advance().catch((error) => app.log.warn(describeFailure(error), "tail"));
  };
  const admissions = new Admissions(spaces, signer.key, options.founder, options.territories);
  await admissions.follow(store);
  const onFailure = (error: unknown) => app.log.error(describeFailure(error), "append");
  const context: RelayContext = {
    store,
    signer,
    verifier: options.verifier,
    spaces,
    territories: options.territories,
    admissions,
    writer: new Writer({ store, signer, admissions, now, onAppend: advance, onFailure }),
    streams,
    checkpoints: new Checkpoints(store, signer, now),
    rates: {
      records: new Rate(LIMITS.recordsAtOnce, LIMITS.recordsPerHour),
      reports: new Rate(LIMITS.reportsPerDay, LIMITS.reportsPerDay / 24),
      allReports: new Rate(LIMITS.allReportsPerDay, LIMITS.allReportsPerDay / 24),
      vouchers: new Rate(LIMITS.vouchersPerHour, LIMITS.vouchersPerHour),
      proofs: new Rate(LIMITS.proofsPerHour, LIMITS.proofsPerHour),
      links: new Rate(LIMITS.linksPerHour, LIMITS.linksPerHour),
      linksOfPerson: new Rate(LIMITS.linksPerPersonDay, LIMITS.linksPerPersonDay / 24),
      linksOfDomain: new Rate(LIMITS.linksPerDomainHour, LIMITS.linksPerDomainHour),
      allLinks: new Rate(LIMITS.allLinksPerHour, LIMITS.allLinksPerHour),
    },
    verification: {
      mail: options.verification?.mail !== undefined,
      signIn: options.verification?.provider?.name ?? null,
    },
    now,
  };
  store.listen(advance);
  await expireReports(now(), store);
  const expire = () => expireReports(now(), store).catch((error) => app.log.error(describeFailure(error), "expiry"));
  const timers = [setInterval(advance, POLL_MILLISECONDS), setInterval(expire, DAY_MILLISECONDS)];
  for (const timer of timers) timer.unref();
  app.addHook("preClose", async () => {
    for (const timer of timers) clearInterval(timer);
    for (const stream of streams.values()) stream.close();
  });
  app.addHook("onClose", async () => {
    await context.writer.drain();
    await store.close();
  });
  addCommonAnswers(app, options.app);
  addRecordRoutes(app, context);
  addReportRoutes(app, context);
  const secret = await voucherSecret(signer);
  addVoucherRoutes(app, context, secret);
  if (options.verification !== undefined) await addVerification(app, context, secret, options.verification);
  return app;
}

function addCommonAnswers(app: FastifyInstance, folder: string | undefined): void {
  const files = folder === undefined ? null : createAppFiles(folder);
  app.addHook("onSend", async (_, reply) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    reply.headers({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authorization, content-type, if-none-match, last-event-id",
      "access-control-expose-headers": "etag, retry-after",
    });
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    app.log.info({ method, route: routeOptions.url ?? "", status, ms: Math.round(elapsedTime) }, "answered");
  });
  app.setErrorHandler((error, _, reply) => answerError(error, reply));
  app.setNotFoundHandler((request, reply) => {
    if (files?.(request.raw, reply.raw)) return reply.hijack();
    return answerError(new AnswerError("not_found", "path"), reply);
  });
  app.addContentTypeParser("application/x-ndjson", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  app.options("/*", (_, reply) => reply.header("access-control-allow-methods", "GET, POST, DELETE").code(204).send());
}
