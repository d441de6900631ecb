import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isProfession, PROFESSIONS, type Profession } from "../src/core/professions.ts";
import type { Run } from "../src/core/run.ts";
import { createEngine } from "../src/engine/engine.ts";
import { keepParitySummary, type ParitySummary } from "../src/engine/study-parity.ts";
import { openNodePack } from "../src/platform/node/duckdb.ts";

/**
 * Runs the full parity study of each profession on the committed pack and writes its figures, with the release of the data
 * and a hash of the code they come from, where the interface reads them. About a minute each.
 */
const DATA = "data";
const OUT = "src/app/full-parity.json";
const CODE = [
  "src/core/access",
  "src/core/geo",
  "src/core/travel/estimate.ts",
  "src/core/travel/estimate-parameters.json",
  "src/engine/compute-parity.ts",
  "src/engine/parity-places.ts",
  "src/engine/parity-classes.ts",
];
const QUESTION = { year: 2023, seed: 1, fast: false } as const;

const { values } = parseArgs({ options: { profession: { type: "string", multiple: true } } });
const wanted: readonly string[] = values.profession ?? PROFESSIONS;
const run: Run = {
  signal: { aborted: false },
  progress: (done, total, stage) => console.error(`${stage} ${done + 1}/${total}`),
};
const engine = createEngine(await openNodePack(DATA));
const studies: Partial<Record<Profession, ParitySummary & { readonly seconds: number }>> = {};
for (const profession of wanted.filter(isProfession)) {
  const start = performance.now();
  const study = await engine.studyParity({ profession, ...QUESTION }, run);
  studies[profession] = {
    ...roundNumbers(keepParitySummary(study)),
    seconds: Math.round((performance.now() - start) / 1000),
  };
}
const { release } = JSON.parse(await readFile(`${DATA}/catalogue.json`, "utf8")) as { release: string };
const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
await writeFile(OUT, `${JSON.stringify({ release, version, code: await hashCode(), studies })}\n`);

/** Six digits: enough to find a figure again, few enough to be read over the network. */
function roundNumbers<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toPrecision(6)) : part)),
  ) as T;
}

async function hashCode(): Promise<string> {
  const hash = createHash("sha256");
  for (const path of CODE) {
    const files = /\.\w+$/.test(path) ? [path] : (await readdir(path)).sort().map((name) => `${path}/${name}`);
    for (const file of files) hash.update(await readFile(file));
  }
  return hash.digest("hex");
}
