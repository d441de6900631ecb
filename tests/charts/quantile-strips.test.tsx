import { describe, expect, test } from "vitest";
import { QuantileStrips, type QuantileStripsProps, quantileStripsHeight } from "../../src/charts/quantile-strips.tsx";
import { draw, numbersIn } from "./draw.ts";
import { formatFr } from "./world.ts";

const props: QuantileStripsProps = {
  groups: [
    {
      key: "density",
      title: "Habitants au km²",
      strips: [
        { key: "low", name: "Moins de 25", count: "1 200", quantiles: [-2, -0.8, 0.1, 0.9, 2.4] },
        { key: "high", name: "1 500 et plus", count: "80", quantiles: [-1, -0.3, 0, 0.3, 1] },
      ],
    },
    {
      key: "people",
      title: "Habitants",
      strips: [
        {
          key: "none",
          name: "Personne",
          count: "0",
          quantiles: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
        },
      ],
    },
  ],
  width: 420,
  label: "Où le modèle se trompe",
  summary: "Surtout à la campagne",
  ends: ["trop bas", "trop haut"],
  format: formatFr,
};

describe("quantile strips", () => {
  test("drawing; a class of nobody has a name and no strip", async () => {
    await expect(draw(<QuantileStrips {...props} />)).toMatchFileSnapshot("../drawings/quantile-strips.svg");
  });

  test("nothing lies in the middle: what is as far on both sides is drawn as far on both sides", () => {
    const svg = draw(<QuantileStrips {...props} />);
    const lines = [...svg.matchAll(/<line x1="([\d.]+)" x2="([\d.]+)" y1="[\d.]+" y2="[\d.]+" stroke="#0b5d56"/g)];
    const zero = Number(/<line x1="([\d.]+)"[^>]*stroke="var\(--oasis-ink/.exec(svg)?.[1]);
    const [, low, high] = lines[2].map(Number);
    expect(zero - low).toBeCloseTo(high - zero, 0);
    expect(lines.length).toBe(4);
  });

  test("is as high as it says, and has no number that is none", () => {
    const svg = draw(<QuantileStrips {...props} />);
    expect(svg).toContain(`height="${quantileStripsHeight(props.groups)}"`);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });
});
