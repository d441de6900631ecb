import { defineConfig } from "vitest/config";

/** Long stories run in the full run alone. */
const LONG = process.env.OASIS_FULL === "1" ? [] : ["tests/**/*.full.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/e2e/**", "tests/bench/**", ...LONG],
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: LONG,
          globalSetup: ["tests/e2e/serve-build.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 40_000 } },
        },
      },
    ],
  },
});
