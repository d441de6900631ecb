import type { FastifyReply } from "fastify";
import { RefusalError } from "../core/contributions/refusal.ts";
import { AnswerError, STATUS } from "./answers.ts";

/** SQLSTATE classes of a server that cannot be reached, is full, or is being stopped. */
const UNAVAILABLE = /^(?:E[A-Z]+|08|53|57|58|ERR_SQLITE_ERROR)/;

/** What a refused or failed request is told; nothing of what it sent is told to the log. */
export function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof AnswerError || error instanceof RefusalError) {
    const { code, where } = error;
    if (code === "rate") reply.header("retry-after", where);
    if (code === "busy") reply.header("retry-after", "5");
    return reply.code(STATUS[code]).send({ code, where });
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode !== undefined && statusCode < 500) {
    return reply.code(statusCode).send({ code: statusCode === 413 ? "too_large" : "malformed", where: "" });
  }
  reply.log.error(describeFailure(error), "failed");
  if (!isUnavailable(error)) return reply.code(500).send({ code: "error", where: "" });
  return reply.header("retry-after", "5").code(503).send({ code: "busy", where: "store" });
}

/** Kind and place of a failure without its message, which may quote what was sent. */
export function describeFailure(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, at: frames.slice(0, 4).map((line) => line.trim().replace(/file:.*\/src\//, "")) };
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  return UNAVAILABLE.test(code) || /connection|timeout/i.test(error.message);
}
