import { expect, test } from "vitest";
import { FACILITY_TYPES, TYPES_2018_LEFT_OUT } from "../../../scripts/pack/facility-types.ts";

test("32 types, each label of the copy used once, no code of 2018 counted twice", () => {
  expect(FACILITY_TYPES).toHaveLength(32);
  expect(new Set(FACILITY_TYPES.map((t) => t.type)).size).toBe(32);
  expect(new Set(FACILITY_TYPES.map((t) => t.carrierLabel)).size).toBe(32);
  const old = FACILITY_TYPES.flatMap((t) => t.types2018);
  expect(new Set(old).size).toBe(old.length);
  expect(old.filter((t) => TYPES_2018_LEFT_OUT.includes(t))).toEqual([]);
});

test("the shifted labels of the copy: what it calls GP is allergology, GPs hide under gynaecology", () => {
  const of = (label: string) => FACILITY_TYPES.find((t) => t.carrierLabel === label)?.type;
  expect(of("medecin_generaliste")).toBe("D251");
  expect(of("medecin_specialiste_gyneco")).toBe("D265");
  expect(of("orthophoniste")).toBe("D274");
});
