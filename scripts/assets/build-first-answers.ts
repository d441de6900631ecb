import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { prebuiltAnswerName, UNDER_COUNTS_FILE } from "../../src/app/prebuilt.ts";
import { UNJUDGED, type UnderCounts, writeUnderCounts } from "../../src/core/access/under-counts.ts";
import { FRANCE } from "../../src/core/territory.ts";
import { encodeAnswer } from "../../src/engine/access-json.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const RUN = { signal: { aborted: false }, progress: () => undefined };

/** Computes the first view of every region and of the country with the engine itself, so that no first paint waits for DuckDB. */
export async function buildFirstAnswers(data: string, out: string): Promise<void> {
  const engine = createEngine(await openNodePack(data));
  const { territories } = await engine.frame();
  const series = { profession: "gp", year: 2023, ages: "all" } as const;
  for (const territory of [FRANCE, ...territories.filter((t) => t.kind === "region")]) {
    const name = prebuiltAnswerName(territory, series);
    if (name === null) throw new Error(`no file name for ${territory.code}`);
    await writeFile(join(out, name), encodeAnswer(await engine.describeAccess({ territory, series }, RUN)));
  }
  await writeFile(join(out, UNDER_COUNTS_FILE), JSON.stringify(writeUnderCounts(await countUnder(engine))));
}

/** How many ways to measure access put each unit under its threshold. */
async function countUnder(engine: Engine): Promise<UnderCounts> {
  const question = { territory: FRANCE, year: 2023, rule: "same-share" } as const;
  const { units, judgement, variants } = await engine.assessRobustness(question, RUN);
  const under = new Uint8Array((await engine.frame()).codes.length).fill(UNJUDGED);
  units.forEach((unit, row) => {
    if (judgement.known[row] === variants.length) under[unit] = judgement.count[row];
  });
  return { year: question.year, rule: question.rule, variants: variants.length, under };
}
