import { defineConfig } from "vite";

/** Builds the bench page with the application's own map and engine code, optimised as in production. */
export default defineConfig({
  root: "tests/bench/page",
  base: "./",
  publicDir: false,
  build: { outDir: "../../../build/bench", emptyOutDir: true, target: "es2023", assetsInlineLimit: 0 },
});
