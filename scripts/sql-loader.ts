import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/** Lets Node import `*.sql?raw` as text, as Vite does: `node --import ./scripts/sql-loader.ts …`. */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".sql?raw")) return nextLoad(url, context);
    const text = readFileSync(fileURLToPath(url.slice(0, -"?raw".length)), "utf8");
    return { format: "module", source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
  },
});
