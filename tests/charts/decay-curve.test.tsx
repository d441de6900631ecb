import { expect, test } from "vitest";
import { DecayCurve } from "../../src/charts/decay-curve.tsx";
import { weighMinutes } from "../../src/core/access/decay.ts";
import { draw, numbersIn } from "./draw.ts";
import { formatFr } from "./world.ts";

test("steps fall where they fall, from the top at no minutes to the axis", async () => {
  const minutes = Float64Array.from({ length: 41 }, (_, k) => k / 2);
  const weights = weighMinutes({ kind: "steps", bounds: [10, 15], weights: [1, 0.3] }, minutes, {
    maxMinutes: 20,
    bins: "inclusive",
  });
  const svg = draw(
    <DecayCurve
      weights={weights}
      maxMinutes={20}
      width={300}
      height={96}
      label="Poids selon les minutes"
      formatMinutes={formatFr}
      formatWeight={formatFr}
    />,
  );
  expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  expect(svg).toContain('aria-label="Poids selon les minutes"');
  await expect(svg).toMatchFileSnapshot("../drawings/decay-curve.svg");
});
