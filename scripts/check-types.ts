import { spawnSync } from "node:child_process";

/** One project per runtime: browser, pure core, Node. The native compiler checks all three in seconds. */
const projects = ["tsconfig.json", "src/core/tsconfig.json", "scripts/tsconfig.json"];
const failed = projects.filter(
  (project) =>
    spawnSync(process.execPath, ["node_modules/typescript-native/bin/tsc", "-p", project], { stdio: "inherit" })
      .status !== 0,
);
if (failed.length > 0) {
  console.error(`type errors in ${failed.join(", ")}`);
  process.exit(1);
}
