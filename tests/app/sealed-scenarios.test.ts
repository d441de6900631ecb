import { expect, test } from "vitest";
import { scenarioOfRecord, scenarioRecord } from "../../src/app/sealed-scenarios.ts";
import { hash } from "../../src/core/contributions/checks.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { Change } from "../../src/core/scenario/change.ts";
import type { Scenario } from "../../src/core/scenario/document.ts";

const CHANGE: Change = {
  kind: "open-centre",
  id: "centre",
  centre: "Maison de santé",
  commune: "22266",
  to: { staff: [{ profession: "gp", fte: 4 }], days: 5 },
};
const SCENARIO: Scenario = {
  title: "Rostrenen",
  territory: { kind: "departement", code: "22" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2.5,
  model: null,
  changes: [CHANGE],
  computed: null,
};
const SEAL = { dataRelease: "1384345b4dc5e53f", engineVersion: "1", resultHash: "00ff".repeat(16) };

test("a sealed scenario reads back from its record, with what it gave", () => {
  const body = scenarioRecord(SCENARIO, SEAL, "Soumis au comité");
  expect(hash(body.result)).toBe(true);
  // 00 ff 00 ff … in base64url: 0000 0000 1111 1111 0000 0000 → AP8A, then /wD/ with the alphabet of addresses.
  expect(body.result.slice(0, 8)).toBe("AP8A_wD_");
  expect(scenarioOfRecord(body)).toEqual({ ...SCENARIO, computed: SEAL });
});

test.each([
  ["another result", { result: "A".repeat(43) }],
  ["another release", { release: "other" }],
  ["another engine", { engine: "2" }],
  ["parameters that are no scenario", { parameters: "{}" }],
])("a record that says %s than its scenario is refused", (_, part) => {
  const body = { ...scenarioRecord(SCENARIO, SEAL, "Soumis au comité"), ...part };
  expect(() => scenarioOfRecord(body)).toThrow(FailureError);
});

test("a scenario too long for a record says so before anything is signed", () => {
  const changes = Array.from({ length: 100 }, (_, k) => ({ ...CHANGE, id: `centre-${k}` }));
  expect(() => scenarioRecord({ ...SCENARIO, changes }, SEAL, "x")).toThrow(FailureError);
});
