import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Writes a .br and a .gz copy beside every compressible file of a folder; results are kept by hash in .cache. */
const COMPRESSIBLE = /\.(html|js|mjs|css|json|svg|wasm|duckdb|webmanifest)$/;
const CACHE = ".cache/compressed";
/** Above this size the best ratio costs minutes, for a few percent. */
const LARGE_BYTES = 4_000_000;

const folder = process.argv[2] ?? "dist";
await mkdir(CACHE, { recursive: true });
const entries = await readdir(folder, { recursive: true });
const files = entries.filter((name) => COMPRESSIBLE.test(name)).map((name) => join(folder, name));
await Promise.all(Array.from({ length: availableParallelism() }, work));

async function work(): Promise<void> {
  for (let file = files.pop(); file !== undefined; file = files.pop()) await compress(file);
}

async function compress(file: string): Promise<void> {
  if ((await stat(file)).size < 1024) return;
  const content = await readFile(file);
  const hash = createHash("sha256").update(content).digest("hex");
  const quality = content.length > LARGE_BYTES ? 6 : 10;
  await keep(`${hash}.${quality}.br`, `${file}.br`, () =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  );
  await keep(`${hash}.gz`, `${file}.gz`, () => promisify(gzip)(content, { level: 9 }));
}

async function keep(key: string, target: string, make: () => Promise<Buffer>): Promise<void> {
  const cached = join(CACHE, key);
  try {
    await copyFile(cached, target);
  } catch {
    const bytes = await make();
    await writeFile(target, bytes);
    await writeFile(cached, bytes);
  }
}
