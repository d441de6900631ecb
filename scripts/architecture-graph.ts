import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Draws the folders of src and who imports whom into ARCHITECTURE.md; with --check, fails when the drawing is out of date. */
const FILE = "ARCHITECTURE.md";
const BEGIN = "<!-- graph: begin -->";
const END = "<!-- graph: end -->";

const run = spawnSync(
  process.execPath,
  [
    "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    "src",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
  ],
  { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
);
const { modules } = JSON.parse(run.stdout) as {
  modules: { source: string; dependencies: { resolved: string }[] }[];
};

const folderOf = (path: string): string | undefined =>
  /^src\/((?:platform|worker)\/(?:browser|node|parquet|solver|main|client|rpc|protocol)|[^/]+)(?:\.ts)?\//.exec(
    `${path.replace(/\.ts$/, "")}/`,
  )?.[1];

const edges = new Set<string>();
for (const { source, dependencies } of modules) {
  const from = folderOf(source);
  for (const { resolved } of dependencies) {
    const to = folderOf(resolved);
    if (from && to && from !== to && !to.endsWith(".d")) edges.add(`  ${id(from)}["${from}"] --> ${id(to)}["${to}"]`);
  }
}
const graph = `${BEGIN}\n\`\`\`mermaid\nflowchart LR\n${[...edges].sort().join("\n")}\n\`\`\`\n${END}`;

const text = readFileSync(FILE, "utf8");
const updated = text.slice(0, text.indexOf(BEGIN)) + graph + text.slice(text.indexOf(END) + END.length);
if (process.argv.includes("--check")) {
  if (updated !== text) {
    console.error(`${FILE}: the graph is out of date, run "node scripts/architecture-graph.ts"`);
    process.exit(1);
  }
} else writeFileSync(FILE, updated);

function id(folder: string): string {
  return folder.replaceAll("/", "_");
}
