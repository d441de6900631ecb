import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFragment } from "../../../scripts/pack/read-fragment.ts";
import { computeRelease } from "../../../scripts/pack/write-catalogue.ts";

const ENTRY = {
  id: "outlines",
  title_fr: "Contours",
  title_en: "Outlines",
  producer: "IGN",
  dataset: "ADMIN EXPRESS",
  vintage: "2018",
  licence: { id: "etalab-2.0", name: "Licence Ouverte", url: "https://example.org" },
  attribution: { fr: "IGN", en: "IGN (en)" },
  inputs: [{ name: "a.geojson", url: "https://example.org/a", sha256: "a".repeat(64), bytes: 1 }],
  file: "data/geo/a.json",
  sha256: "b".repeat(64),
  bytes: 2,
  rows: 3,
  columns: [{ name: "code", description: "INSEE code" }],
  known_gaps: { fr: ["trou"], en: ["gap"] },
  processing: "Simplified together.",
  method: "scripts/x.ts",
};

test("an entry with grouped languages and a sentence as processing becomes a catalogue entry", () => {
  const path = join(mkdtempSync(join(tmpdir(), "fragment-")), "catalogue.json");
  writeFileSync(path, JSON.stringify([ENTRY]));
  const [entry] = readFragment(path, "catalogue.json");
  expect(entry).toMatchObject({
    file: "geo/a.json",
    processing: "major",
    method_en: "Simplified together.",
    attribution_en: "IGN (en)",
    known_gaps_fr: ["trou"],
  });
  expect(entry.inputs[0]).toMatchObject({ id: "a.geojson", official: null });
  expect(readFragment(`${path}.absent`, "catalogue.json")).toEqual([]);
});

test("the release changes with any byte and not with the order of datasets", () => {
  const a = { file: "a", sha256: "1" };
  const b = { file: "b", sha256: "2" };
  expect(computeRelease([a, b])).toBe(computeRelease([b, a]));
  expect(computeRelease([a, b])).not.toBe(computeRelease([a, { ...b, sha256: "3" }]));
});
