import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Json } from "../core/contributions/canonical.ts";
import { AnswerError } from "./answers.ts";
import { type Query, type RelayContext, seconds, today } from "./context.ts";
import { tellMonth } from "./counts.ts";
import * as intake from "./intake.ts";
import { LIMITS } from "./limits.ts";
import { openIntake, servedSpace } from "./reading.ts";

type Named = { Params: { id: string } };

/** Reports of people without a key: sent, followed, withdrawn and appealed by their author, read and closed by moderators, counted. */
export function addReportRoutes(app: FastifyInstance, context: RelayContext): void {
  const { store, rates } = context;
  const limit = (request: FastifyRequest) => rates.reports.take(request.ip, 1, seconds(context));
  const body = (request: FastifyRequest) => (request.body ?? null) as Json;

  app.post<{ Querystring: Query }>("/v1/reports", async (request, reply) => {
    limit(request);
    const space = servedSpace(context, request.query.space ?? receiving(context));
    rates.allReports.take("everybody", 1, seconds(context));
    reply.code(202);
    return intake.takeReport(body(request), space, today(context), store);
  });
  app.get<Named>("/v1/reports/:id", (request) => intake.followReport(request.params.id, readSecret(request), store));
  app.post<Named>("/v1/reports/:id/appeal", async (request, reply) => {
    limit(request);
    await intake.appealReport(request.params.id, readSecret(request), body(request), store);
    return reply.code(202).send({});
  });
  app.delete<Named>("/v1/reports/:id", async (request, reply) => {
    limit(request);
    await intake.withdrawReport(request.params.id, readSecret(request), store);
    return reply.code(204).send();
  });
  app.post<{ Querystring: Query }>("/v1/notice", async (request, reply) => {
    limit(request);
    const space = servedSpace(context, request.query.space ?? "public");
    await intake.takeNotice(body(request), space, today(context), store);
    return reply.code(202).send({});
  });
  app.get<{ Querystring: Query }>("/v1/notices", async (request) => {
    const { space } = await openIntake(context, request);
    const all = await store.notices(space, request.query.after ?? "", LIMITS.intakePage + 1);
    const page = all.slice(0, LIMITS.intakePage);
    return { notices: page.map(intake.showNotice), next: page.at(-1)?.id ?? "", more: all.length > page.length };
  });

  app.get<{ Querystring: Query }>("/v1/intake", async (request) => {
    const { space, key } = await openIntake(context, request);
    const all = await store.reports(space, request.query.after ?? "", LIMITS.intakePage + 1);
    const page = all.slice(0, LIMITS.intakePage);
    const admission = context.admissions.of(space);
    const mine = page.filter(({ scope }) => admission.isModerator(key, scope, today(context)));
    return { reports: mine.map(intake.showToModerator), next: page.at(-1)?.id ?? "", more: all.length > page.length };
  });
  app.post<Named>("/v1/intake/:id/close", async (request) => {
    await intake.closeReport(request.params.id, body(request), context);
    return {};
  });

  app.get<{ Querystring: Query }>("/v1/aggregate", async (request) => {
    const space = servedSpace(context, request.query.space);
    return tellMonth(space, request.query.month ?? "", context);
  });
}

/** Where reports go that name no space: a relay of one committee gathers them for it. */
function receiving({ spaces }: RelayContext): string {
  return spaces.length === 1 ? spaces[0] : "public";
}

function readSecret({ headers }: FastifyRequest): string {
  const [scheme, secret = ""] = (headers.authorization ?? "").split(" ");
  if (scheme !== "Bearer" || secret === "") throw new AnswerError("not_found", "authorization");
  return secret;
}
