import { expect, test } from "vitest";
import { toLambert93 } from "../../../scripts/geo/lambert-93.ts";

test("the origin of the projection is where IGN puts it", () => {
  const [x, y] = toLambert93(3, 46.5);
  expect(x).toBeCloseTo(700_000, 6);
  expect(y).toBeCloseTo(6_600_000, 6);
});

test("scale is true on the two parallels: a thousandth of a degree of longitude is as long as on the ellipsoid", () => {
  for (const lat of [44, 49]) {
    const [west, east] = [toLambert93(2, lat), toLambert93(2.001, lat)];
    const e2 = 2 / 298.257222101 - 1 / 298.257222101 ** 2;
    const phi = (lat * Math.PI) / 180;
    const length = ((6_378_137 * Math.cos(phi)) / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)) * ((0.001 * Math.PI) / 180);
    expect(Math.hypot(east[0] - west[0], east[1] - west[1])).toBeCloseTo(length, 4);
  }
});

test("Paris, as converters give it", () => {
  const [x, y] = toLambert93(2.3522, 48.8566);
  expect(x).toBeCloseTo(652_469, -1);
  expect(y).toBeCloseTo(6_862_035, -1);
});
