import { expect, test } from "vitest";
import { parseCatalogue } from "../../src/core/catalogue.ts";
import { failureOf } from "../scripts/pack/failure-of.ts";

const DATASET = {
  id: "x",
  title_fr: "X",
  title_en: "X",
  producer: "INSEE",
  dataset: "X",
  vintage: "2026",
  published: null,
  retrieved: null,
  licence: { id: "etalab-2.0", name: "Licence Ouverte", url: "https://example.org" },
  attribution_fr: "INSEE",
  attribution_en: "INSEE",
  inputs: [
    { id: "i", name: "i.csv", url: "https://example.org/i.csv", official: null, sha256: "a".repeat(64), bytes: 1 },
  ],
  file: "x.parquet",
  sha256: "b".repeat(64),
  bytes: 10,
  rows: 2,
  columns: [{ name: "code", type: "VARCHAR", unit: null, note_fr: null, note_en: null }],
  known_gaps_fr: [],
  known_gaps_en: [],
  processing: "minor",
  method_fr: "m",
  method_en: "m",
};

const text = (change: Record<string, unknown>) =>
  JSON.stringify({ version: 1, release: "r", datasets: [{ ...DATASET, ...change }] });

test("a catalogue reads back as it was written", () => {
  expect(parseCatalogue(text({}))).toEqual({ version: 1, release: "r", datasets: [DATASET] });
});

test.each([
  ["$.datasets[0].sha256", { sha256: "zz" }],
  ["$.datasets[0].bytes", { bytes: -1 }],
  ["$.datasets[0].rows", { rows: 1.5 }],
  ["$.datasets[0].processing", { processing: "some" }],
  ["$.datasets[0].licence.url", { licence: { id: "a", name: "b" } }],
  ["$.datasets[0].inputs[0].name", { inputs: [{ id: "i" }] }],
  ["$.datasets[0].columns", { columns: {} }],
])("a wrong field is named: %s", async (column, change) => {
  const { code, params } = await failureOf(() => parseCatalogue(text(change)));
  expect(code).toBe("bad-input");
  expect(params).toMatchObject({ file: "catalogue.json", column });
});

test("neither another version nor another text is a catalogue", async () => {
  expect((await failureOf(() => parseCatalogue('{"version": 2}'))).params.column).toBe("$.version");
  expect((await failureOf(() => parseCatalogue("nope"))).params.problem).toBe("not JSON");
});
