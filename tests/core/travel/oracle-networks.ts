import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const FOLDER = "../shared/oracles/network";

/** Reference networks and times (scipy 1.15 csgraph.dijkstra on whole milliseconds), or null where they are not at hand. */
export function readOracle(name: "andorra" | "monaco") {
  const folder = `${FOLDER}/${name}`;
  if (!existsSync(folder)) {
    process.stderr.write(`\n*** reference times of ${name} are not in ${FOLDER}: their tests are SKIPPED ***\n`);
    return null;
  }
  const text = (file: string) => gunzipSync(readFileSync(`${folder}/${file}`)).toString();
  const cells = (file: string) =>
    text(file)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
  const [, ...nodes] = cells("nodes.csv.gz");
  const summary: {
    readonly sources: readonly number[];
    readonly reachable_counts_by_limit_s: Readonly<Record<string, readonly number[]>>;
  } = JSON.parse(readFileSync(`${folder}/expected_summary.json`, "utf8"));
  return {
    name,
    summary,
    nodeText: `id,lon,lat\n${nodes.map(([id, , lon, lat]) => `${id},${lon},${lat}`).join("\n")}\n`,
    edgeText: text("edges.csv.gz"),
    /** Milliseconds, row per source: the first cell is the source, −1 is unreached. */
    matrix: cells("expected_matrix_200x200_ms.csv.gz"),
    /** Milliseconds within 1,800 s, row per node, column per source. */
    limited: cells("expected_limit1800s_from5_ms.csv.gz"),
  };
}
