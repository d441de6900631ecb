import { describe, expect, test } from "vitest";
import { ComparisonBars, type ComparisonBarsProps, comparisonBarsHeight } from "../../src/charts/comparison-bars.tsx";
import { DecileStrip, type DecileStripProps } from "../../src/charts/decile-strip.tsx";
import { draw, numbersIn } from "./draw.ts";
import { formatFr } from "./world.ts";

const strip: DecileStripProps = {
  decile: 3,
  colours: [
    "#7f4b0c",
    "#a1651a",
    "#bd8433",
    "#d9b26a",
    "#e8cf95",
    "#d5e8e1",
    "#a6dbd3",
    "#6fbdb3",
    "#35958b",
    "#0b655e",
  ],
  width: 300,
  label: "3e dixième : 7 communes sur 10 sont mieux servies",
  lowest: "les moins bien servies",
  highest: "les mieux servies",
};

const bars: ComparisonBarsProps = {
  rows: [
    { key: "com:35360", name: "Vitré", value: 2.8, colour: "#8a4f08", emphasised: true },
    { key: "epci:200039022", name: "Vitré Communauté", value: 3.1, colour: "#9aa8a5", emphasised: false },
    { key: "dep:35", name: "Ille-et-Vilaine", value: 3.6, colour: "#9aa8a5", emphasised: false },
    { key: "fr", name: "France", value: 3.3, colour: "#9aa8a5", emphasised: false },
  ],
  width: 300,
  label: "Consultations par an",
  missing: "pas de valeur",
  format: formatFr,
};

describe("decile strip", () => {
  test("drawing", async () => {
    await expect(draw(<DecileStrip {...strip} />)).toMatchFileSnapshot("../drawings/decile-strip.svg");
  });

  test("without a decile nothing is marked", () => {
    const svg = draw(<DecileStrip {...strip} decile={null} />);
    expect(svg.match(/<rect/g)).toHaveLength(10);
    expect(svg).not.toContain("<path");
  });

  test.each([1, 10])("the mark of decile %i stays inside the drawing", (decile) => {
    const svg = draw(<DecileStrip {...strip} decile={decile} />);
    const [, from] = svg.match(/<path d="M([\d.]+) 0.5h9/) ?? [];
    expect(Number(from)).toBeGreaterThanOrEqual(0);
    expect(Number(from) + 9).toBeLessThanOrEqual(300);
  });
});

describe("comparison bars", () => {
  test("drawing", async () => {
    await expect(draw(<ComparisonBars {...bars} />)).toMatchFileSnapshot("../drawings/comparison-bars.svg");
  });

  test("drawing with a mark, a zero and a missing value", async () => {
    const rows = bars.rows.map((row, i) => ({ ...row, value: [0, Number.NaN, 3.6, 3.3][i] }));
    const svg = draw(<ComparisonBars {...bars} rows={rows} mark={{ value: 2.5, text: "seuil 2,5" }} />);
    expect(svg).toContain("Vitré 0, Vitré Communauté pas de valeur, Ille-et-Vilaine 3,6, France 3,3, seuil 2,5");
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
    await expect(svg).toMatchFileSnapshot("../drawings/comparison-bars-mark.svg");
  });

  test("lengths are proportional to values", () => {
    const svg = draw(<ComparisonBars {...bars} width={1000} />);
    const lengths = [...svg.matchAll(/width="([\d.]+)" height="8" rx="4" fill="#/g)].map(([, w]) => Number(w));
    expect(lengths).toHaveLength(4);
    expect(lengths[0] / lengths[2]).toBeCloseTo(2.8 / 3.6, 3);
  });

  test("nobody has a value: all missing, nothing drawn but the tracks", () => {
    const rows = bars.rows.map((row) => ({ ...row, value: Number.NaN }));
    const svg = draw(<ComparisonBars {...bars} rows={rows} />);
    expect(svg.match(/<rect/g)).toHaveLength(4);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });

  test("the height said is the height drawn", () => {
    expect(draw(<ComparisonBars {...bars} />)).toContain(`height="${comparisonBarsHeight(4, false)}"`);
  });
});
