import { expect, test } from "vitest";
import type { Catalogue } from "../../src/core/catalogue.ts";
import { checkPack } from "../../src/engine/check-pack.ts";
import type { Database, Table } from "../../src/engine/ports.ts";

/** A database that answers every control with the same number. */
const answering = (actual: number): Database => ({
  query: async (sql): Promise<Table> =>
    sql.includes("AS people")
      ? {
          rowCount: 2,
          columns: {
            value: Float64Array.of(actual, actual),
            people: Float64Array.of(1, 1),
            standardised: Float64Array.of(1, 1),
          },
        }
      : { rowCount: 1, columns: { actual: Float64Array.of(actual) } },
});

const EMPTY: Catalogue = { version: 1, release: "r", datasets: [] };

test("a check that cannot be computed fails: NaN is never within a tolerance", async () => {
  const checks = await checkPack(answering(Number.NaN));
  expect(checks.filter((c) => c.ok)).toEqual([]);
});

test("a wrong figure is reported with what was expected and where that comes from", async () => {
  const checks = await checkPack(answering(0));
  const vitre = checks.find((c) => c.id === "population-2022-vitre");
  expect(vitre).toMatchObject({ ok: false, expected: 18892, actual: 0, tolerance: 0 });
  expect(vitre?.source).toContain("INSEE");
  expect(checks.find((c) => c.id === "apl-known-codes")?.ok).toBe(true);
});

test("means have a tolerance, and no more", async () => {
  const mean = async (actual: number) =>
    (await checkPack(answering(actual))).find((c) => c.id === "apl-gp-2023-le65-mean")?.ok;
  expect(await mean(3.2949)).toBe(true);
  expect(await mean(3.2951)).toBe(false);
});

test("bytes that differ from the catalogue, and files that are not there, fail", async () => {
  const dataset = { file: "a.parquet", sha256: "0".repeat(64), rows: 3 } as Catalogue["datasets"][number];
  const catalogue = { ...EMPTY, datasets: [dataset] };
  const check = async (sha256: string | null) => {
    const hash = async () => (sha256 === null ? null : { sha256, bytes: 1 });
    const checks = await checkPack(answering(0), { catalogue, hash });
    return checks.find((c) => c.id === "sha256-a.parquet");
  };
  expect(await check("0".repeat(64))).toMatchObject({ ok: true });
  expect(await check("1".repeat(64))).toMatchObject({ ok: false });
  expect(await check(null)).toMatchObject({ ok: false, actual: "file missing" });
});

test("a table the catalogue does not describe fails", async () => {
  const checks = await checkPack(answering(0), { catalogue: EMPTY, hash: async () => null });
  expect(checks.find((c) => c.id === "rows-communes")).toMatchObject({ ok: false });
});
