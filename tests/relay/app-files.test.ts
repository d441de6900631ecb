import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { newFile, openRelay } from "./open-relay.ts";

const POLICY = ["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'"].join("; ");
const PAGE = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"></head></html>`;

/** A build in small: a page with its policy, a hashed script with its compressed copy, tiles read by ranges. */
function build(page = PAGE): string {
  const folder = mkdtempSync(join(tmpdir(), "oasis-build-"));
  for (const name of ["assets", "pack"]) mkdirSync(join(folder, name));
  const script = `console.log("${"x".repeat(5000)}")`;
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "assets/main-abc.js"), script);
  writeFileSync(join(folder, "assets/main-abc.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "pack/tiles.pmtiles"), Buffer.from("0123456789"));
  writeFileSync(join(folder, ".secret"), "hidden");
  return folder;
}

const app = await openRelay(newFile(), { app: build() });
const url = await app.listen({ port: 0, host: "127.0.0.1" });
afterAll(() => app.close());

/** As a client would that neither decodes nor follows, its path as it is. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const request = get(`${url}/`, { path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
  });
}

describe("the application beside the relay", () => {
  it("is served at / with the policy of its page, and the relay still answers", async () => {
    const page = await ask("/");
    expect([page.status, page.body.toString()]).toEqual([200, PAGE]);
    expect(page.headers).toMatchObject({
      "content-security-policy": POLICY,
      "content-type": "text/html;charset=utf-8",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cache-control": "no-cache",
    });
    expect((await ask("/?page=verify")).status).toBe(200);
    const info = await ask("/v1/info");
    expect([info.status, JSON.parse(info.body.toString()).spaces]).toEqual([200, ["public", "committee:test"]]);
    expect(info.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await ask("/", {}, "HEAD")).body).toHaveLength(0);
    expect((await ask("/", {}, "POST")).status).toBe(404);
  });

  it("sends compressed copies, ranges and 304, and keeps hashed files for ever", async () => {
    const packed = await ask("/assets/main-abc.js", { "accept-encoding": "br" });
    expect(packed.headers).toMatchObject({
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(brotliDecompressSync(packed.body).toString()).toContain("xxx");
    const range = await ask("/pack/tiles.pmtiles", { range: "bytes=2-4" });
    expect([range.status, range.body.toString(), range.headers["content-range"]]).toEqual([206, "234", "bytes 2-4/10"]);
    const same = await ask("/", { "if-none-match": String((await ask("/")).headers.etag) });
    expect([same.status, same.body.length]).toEqual([304, 0]);
  });

  it("lists no folder and leaves none", async () => {
    const paths = [
      "/assets/",
      "/assets",
      "/.secret",
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fetc/passwd",
      "/no",
    ];
    for (const path of paths) {
      const { status, body } = await ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.toString()).toBe('{"code":"not_found","where":"path"}');
    }
  });

  it("is refused when it is no build", async () => {
    await expect(openRelay(newFile(), { app: build("<html></html>") })).rejects.toThrow("not a build");
    await expect(openRelay(newFile(), { app: "/nowhere" })).rejects.toThrow("not a build");
  });

  it.skipIf(!existsSync("dist/index.html"))("is the real build's, with the whole policy of its page", async () => {
    const real = await openRelay(newFile(), { app: "dist" });
    const answer = await fetch(await real.listen({ port: 0, host: "127.0.0.1" }));
    const policy = answer.headers.get("content-security-policy") ?? "";
    const names = policy.split("; ").map((directive) => directive.split(" ")[0]);
    const sources = ["default", "script", "worker", "style", "img", "connect", "font", "object"].map(
      (name) => `${name}-src`,
    );
    expect([answer.status, names]).toEqual([200, [...sources, "base-uri", "form-action"]]);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; ");
    expect(policy).not.toMatch(/[&"<>]/);
    expect(await answer.text()).toBe(readFileSync("dist/index.html", "utf8"));
    await real.close();
  });
});
