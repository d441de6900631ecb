import { describe, expect, test } from "vitest";
import { GroupBars, type GroupBarsProps } from "../../src/charts/group-bars.tsx";
import { LorenzChart, type LorenzChartProps } from "../../src/charts/lorenz-chart.tsx";
import { readCurve } from "../../src/charts/read-curve.ts";
import { drawLorenz } from "../../src/core/inequality/lorenz.ts";
import { orderRows } from "../../src/core/inequality/weighted-rows.ts";
import { composeSvg } from "../../src/ui/inequality/chart-file.ts";
import { draw, numbersIn } from "./draw.ts";
import { formatFr } from "./world.ts";

const percent = (share: number) => `${formatFr(share * 100)} %`;
const curveOf = (values: readonly number[]) => {
  const curve = drawLorenz(orderRows(Float64Array.from(values), new Float64Array(values.length).fill(1)));
  if ("because" in curve) throw new Error(curve.because);
  return curve;
};

const lorenz: LorenzChartProps = {
  series: [
    { key: "a", name: "Bretagne", ...curveOf([1, 2, 3, 4]), half: 0.3, colour: "#0b5d56", emphasised: true },
    { key: "fr", name: "France", ...curveOf([1, 1, 4, 6]), half: 1 / 6, colour: "#66736e", emphasised: false },
  ],
  width: 316,
  label: "Courbe de Lorenz",
  summary: "Bretagne : 30 %",
  texts: { people: "part des habitants", held: "part de l’offre", equality: "égalité parfaite" },
  format: percent,
  formatTick: percent,
};

describe("Lorenz curve", () => {
  test("drawing", async () => {
    await expect(draw(<LorenzChart {...lorenz} />)).toMatchFileSnapshot("../drawings/lorenz.svg");
  });

  test("the half point is where the whole curve says, and every curve goes from corner to corner", () => {
    const svg = draw(<LorenzChart {...lorenz} />);
    const [, cx, cy] = svg.match(/<circle cx="([\d.]+)" cy="([\d.]+)"/)?.map(Number) ?? [];
    const side = 316 - 40 - 10;
    expect(cx).toBeCloseTo(40 + side / 2, 1);
    expect(cy).toBeCloseTo(20 + side * (1 - 0.3), 1);
    const ends = [...svg.matchAll(/d="M40 (\d+)[^"]*L306 20"/g)];
    expect(ends).toHaveLength(2);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });

  test("a curve is read straight between its points: 1, 2, 3, 4 hold 0.1, 0.3, 0.6 and 1", () => {
    const curve = curveOf([1, 2, 3, 4]);
    expect(readCurve(curve, 0.5)).toBeCloseTo(0.3, 12);
    expect(readCurve(curve, 0.625)).toBeCloseTo(0.45, 12);
    expect([readCurve(curve, 0), readCurve(curve, 1)]).toEqual([0, 1]);
  });
});

const bars: GroupBarsProps = {
  groups: [
    { key: "1", name: "1er cinquième · 16 680 à 21 710 €", detail: "675 900 hab.", mean: 3.61, under: 0.192 },
    { key: "5", name: "5e cinquième · 24 740 à 31 110 €", detail: "677 000 hab.", mean: 4.23, under: 0.037 },
    { key: "0", name: "Sans valeur", detail: "0 hab.", mean: Number.NaN, under: Number.NaN },
  ],
  everyone: { name: "Bretagne", mean: 3.97, under: 0.1 },
  width: 316,
  label: "Accès moyen et part sous le seuil",
  texts: { mean: "Accès moyen", under: "Sous 2,5", missing: "sans donnée" },
  formatMean: formatFr,
  formatShare: percent,
};

describe("group bars", () => {
  test("drawing", async () => {
    await expect(draw(<GroupBars {...bars} />)).toMatchFileSnapshot("../drawings/group-bars.svg");
  });

  test("lengths are proportional to figures, a missing one has no bar and says so", () => {
    const svg = draw(<GroupBars {...bars} width={1000} />);
    const lengths = [...svg.matchAll(/width="([\d.]+)" height="9" rx="2" fill="#2f8f83"/g)].map(([, w]) => Number(w));
    expect(lengths).toHaveLength(2);
    expect(lengths[0] / lengths[1]).toBeCloseTo(3.61 / 4.23, 2);
    expect(svg).toContain("Sans valeur : sans donnée, sans donnée");
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });

  test("nobody has a value: names, no bar, no mark", () => {
    const groups = bars.groups.map((group) => ({ ...group, mean: Number.NaN, under: Number.NaN }));
    const everyone = { name: "x", mean: Number.NaN, under: Number.NaN };
    const svg = draw(<GroupBars {...bars} groups={groups} everyone={everyone} />);
    expect(svg).not.toContain("<line");
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });
});

test("a drawing that leaves the page is titled, sourced, and owes nothing to its style sheet", () => {
  const svg = composeSvg(
    draw(<GroupBars {...bars} />),
    { width: 316, height: 150 },
    { title: "A & B", subtitle: "< 2,5", source: "DREES" },
  );
  expect(svg).toContain("A &amp; B");
  expect(svg).toContain("&lt; 2,5");
  expect(svg).toContain("DREES");
  expect(svg).not.toContain("var(");
});
