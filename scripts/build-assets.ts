import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildDatabases } from "./assets/build-databases.ts";
import { buildFirstAnswers } from "./assets/build-first-answers.ts";
import { buildPlaces } from "./assets/build-places.ts";

/** Derives what the browser loads from the committed pack: databases, tiles, places, first answers, manifest. */
const DATA = "data";
const OUT = "build/assets";

const release = await fingerprint([
  DATA,
  "scripts/assets",
  "scripts/geo",
  "src/engine",
  "src/core",
  "package-lock.json",
]);
if (await isCurrent(release)) process.exit(0);

await rm(OUT, { recursive: true, force: true });
await mkdir(join(OUT, "first"), { recursive: true });
await copyFile(join(DATA, "catalogue.json"), join(OUT, "catalogue.json"));
for (const [step, build] of [
  ["tiles", buildTiles],
  ["databases", buildDatabases],
  ["places", buildPlaces],
  ["first answers", buildFirstAnswers],
] as const) {
  const start = performance.now();
  await build(DATA, OUT);
  console.log(`${step}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
await rm(join(OUT, "bboxes.json"));
await writeManifest();

/** In its own process: cutting tiles holds the whole country in memory. Kept by the hash of what they derive from. */
async function buildTiles(data: string, out: string): Promise<void> {
  const geo = join(data, "geo");
  const key = await fingerprint([geo, "scripts/geo", "scripts/assets/build-tiles.ts"]);
  const kept = join(".cache", "tiles", key);
  if (!existsSync(join(kept, "bboxes.json"))) {
    const args = ["scripts/assets/build-tiles.ts", "--geo", geo, "--out", kept];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) throw new Error("the tiles could not be built");
  }
  for (const name of ["oasis.pmtiles", "bboxes.json"]) await copyFile(join(kept, name), join(out, name));
}

async function isCurrent(wanted: string): Promise<boolean> {
  const path = join(OUT, "manifest.json");
  if (!existsSync(path)) return false;
  return (JSON.parse(await readFile(path, "utf8")) as { inputs?: string }).inputs === wanted;
}

async function writeManifest(): Promise<void> {
  const files = [];
  for (const name of (await readdir(OUT, { recursive: true })).sort()) {
    const path = join(OUT, name);
    if ((await stat(path)).isDirectory()) continue;
    const bytes = await readFile(path);
    files.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    console.log(`${name} ${bytes.length}`);
  }
  const { release: data } = JSON.parse(await readFile(join(DATA, "catalogue.json"), "utf8")) as { release: string };
  await writeFile(
    join(OUT, "manifest.json"),
    `${JSON.stringify({ release: data, inputs: release, files }, null, 1)}\n`,
  );
}

/** Hash of names and contents of everything under the given paths, so that nothing is rebuilt without a reason. */
async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path, { recursive: true })).sort().map((name) => join(path, name)) : [path];
    for (const name of names) {
      if ((await stat(name)).isDirectory()) continue;
      hash.update(`${name}\n`).update(await readFile(name));
    }
  }
  return hash.digest("hex");
}
