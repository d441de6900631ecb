import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { downloadInputs } from "../../../scripts/pack/download.ts";
import { hashBytes } from "../../../scripts/pack/hash-file.ts";
import type { PackInput } from "../../../scripts/pack/inputs.ts";
import { failureOf } from "./failure-of.ts";

const GOOD = Buffer.from("code,value\n35360,1\n");
let server: Server;
let origin = "";
let requests = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests++;
    if (request.url === "/good.csv") response.end(GOOD);
    else if (request.url === "/corrupt.csv") response.end(GOOD.subarray(1));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const input = (name: string, carrier: string | null): PackInput => ({
  id: "x",
  path: `folder/${name}`,
  from: "sources",
  ...hashBytes(GOOD),
  carrier,
  official: "https://example.org/official",
});

const newCache = () => mkdtempSync(join(tmpdir(), "pack-cache-"));

test("a good file is fetched once, checked, and kept afterwards", async () => {
  const cache = newCache();
  const inputs = [input("good.csv", `${origin}/good.csv`)];
  const lines: string[] = [];
  expect(await downloadInputs(inputs, cache, (line) => lines.push(line))).toMatchObject({
    fetched: ["folder/good.csv"],
  });
  expect(readFileSync(join(cache, "folder/good.csv"))).toEqual(GOOD);
  expect(lines).toHaveLength(1);
  const before = requests;
  expect(await downloadInputs(inputs, cache, () => undefined)).toMatchObject({
    fetched: [],
    kept: ["folder/good.csv"],
  });
  expect(requests).toBe(before);
});

test("a corrupt file is refused with both hashes and leaves nothing behind", async () => {
  const cache = newCache();
  const { code, params } = await failureOf(() =>
    downloadInputs([input("corrupt.csv", `${origin}/corrupt.csv`)], cache, () => undefined),
  );
  expect(code).toBe("bad-input");
  expect(params.file).toBe("folder/corrupt.csv");
  expect(params.problem).toContain(hashBytes(GOOD).sha256);
  expect(params.problem).toContain(hashBytes(GOOD.subarray(1)).sha256);
  expect(existsSync(join(cache, "folder/corrupt.csv"))).toBe(false);
});

test("an HTTP failure and a silent server name the file and the address", async () => {
  const absent = await failureOf(() =>
    downloadInputs([input("absent.csv", `${origin}/absent.csv`)], newCache(), () => undefined),
  );
  expect(absent.params).toMatchObject({ file: "folder/absent.csv", problem: `HTTP 404 from ${origin}/absent.csv` });
  const silent = await failureOf(() =>
    downloadInputs([input("s.csv", "http://127.0.0.1:1/s.csv")], newCache(), () => undefined),
  );
  expect(silent.params.problem).toContain("no answer from http://127.0.0.1:1/s.csv");
});

test("a file without a pinned copy is left to the reader, with its official page", async () => {
  const { manual } = await downloadInputs([input("m.csv", null)], newCache(), () => undefined);
  expect(manual).toEqual([{ path: "folder/m.csv", official: "https://example.org/official" }]);
});
