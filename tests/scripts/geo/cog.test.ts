import { describe, expect, it } from "vitest";
import { readCog } from "../../../scripts/geo/cog.ts";

const cog = readCog();

describe("official geographic code of 2026", () => {
  it("numbers the communes in the order of their codes", () => {
    expect(cog.communes).toHaveLength(34_969);
    const codes = cog.communes.map((commune) => commune.code);
    expect(codes).toEqual(codes.toSorted());
    expect(cog.communes.every((commune, i) => commune.unit === i)).toBe(true);
  });

  it("has 1,255 EPCI, 101 départements and 18 regions", () => {
    expect(cog.epci).toHaveLength(1255);
    expect(cog.departements).toHaveLength(101);
    expect(cog.regions).toHaveLength(18);
  });

  it("follows mergers, and a commune that moved from one union to another", () => {
    expect(cog.successor("35360")).toBe("35360");
    expect(cog.successor("01340")).toBe("01015");
    expect(cog.successor("60455")).toBe("60694");
    expect(cog.successor("99999")).toBeUndefined();
  });

  it("leaves four island communes without an EPCI", () => {
    const without = cog.communes.filter((commune) => commune.epci === null && !commune.collectivity);
    expect(without.map((commune) => commune.code)).toEqual(["22016", "29083", "29155", "85113"]);
  });
});
