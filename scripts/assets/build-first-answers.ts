import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { prebuiltAnswerName } from "../../src/app/prebuilt.ts";
import { FRANCE } from "../../src/core/territory.ts";
import { encodeAnswer } from "../../src/engine/access-json.ts";
import { createEngine } from "../../src/engine/engine.ts";
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
}
