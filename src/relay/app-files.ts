import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { FailureError } from "../core/failure.ts";

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * Serves the built application beside the relay. Its policy is read from the page itself, where the build writes it: one place
 * says it. Gives whether there was such a file. Throws `bad-input` for a folder that is no build.
 */
export function createAppFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const page = join(folder, "index.html");
  const policy = existsSync(page) ? POLICY.exec(readFileSync(page, "utf8"))?.[1].replaceAll("&#39;", "'") : undefined;
  if (policy === undefined) throw new FailureError("bad-input", { option: "--app", folder, problem: "not a build" });
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith("/assets/");
      response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
    },
  });
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    let isFound = true;
    files(request, response, () => {
      isFound = false;
    });
    return isFound;
  };
}
