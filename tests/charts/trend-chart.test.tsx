import { describe, expect, test } from "vitest";
import { TrendChart, type TrendChartProps } from "../../src/charts/trend-chart.tsx";
import { draw, numbersIn } from "./draw.ts";
import { formatFr } from "./world.ts";

const props: TrendChartProps = {
  years: [2015, 2022, 2023],
  series: [
    { key: "fr", name: "France", values: [3.8, 3.3, 3.3], colour: "#566462", emphasised: false },
    { key: "com:35360", name: "Vitré", values: [3.9, 3.0, 2.8], colour: "#8a4f08", emphasised: true },
  ],
  width: 300,
  height: 120,
  label: "Évolution",
  summary: "Vitré 3,9 en 2015, 2,8 en 2023. France 3,8 puis 3,3.",
  format: formatFr,
};

/** x of each point of a series, in the order of the years. */
const pointsOf = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe("drawings", () => {
  test("from zero", async () => {
    await expect(draw(<TrendChart {...props} />)).toMatchFileSnapshot("../drawings/trend.svg");
  });

  test("a broken axis is said to be one", async () => {
    const broken = draw(<TrendChart {...props} brokenAxisNote="l’axe ne part pas de zéro" />);
    expect(broken).toContain("l’axe ne part pas de zéro");
    await expect(broken).toMatchFileSnapshot("../drawings/trend-broken.svg");
  });

  test("a year without value, a long name, equal ends", async () => {
    const name = "Communauté de communes du Pays des Achards";
    const series = [
      { ...props.series[0], values: [60.2, 66.1, 66] },
      { ...props.series[1], name, values: [Number.NaN, 66.4, 66.2] },
    ];
    const gap = draw(<TrendChart {...props} series={series} />);
    expect(gap).not.toContain(name);
    expect(numbersIn(gap).every(Number.isFinite)).toBe(true);
    await expect(gap).toMatchFileSnapshot("../drawings/trend-gap.svg");
  });
});

describe("honesty", () => {
  test("seven years are seven times as wide as one", () => {
    const [a, b, c] = pointsOf(draw(<TrendChart {...props} width={900} />));
    expect((b[0] - a[0]) / (c[0] - b[0])).toBeCloseTo(7, 1);
  });

  test("heights are proportional to values when the axis starts at zero", () => {
    const svg = draw(<TrendChart {...props} height={900} />);
    const base = 900 - 20;
    const [france2015, france2022] = pointsOf(svg);
    expect((base - france2015[1]) / (base - france2022[1])).toBeCloseTo(3.8 / 3.3, 2);
  });

  test("without any value there is still an axis and no number that is not one", () => {
    const series = props.series.map((one) => ({ ...one, values: [Number.NaN, Number.NaN, Number.NaN] }));
    const svg = draw(<TrendChart {...props} series={series} />);
    expect(pointsOf(svg)).toHaveLength(0);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });

  test("the words travel with the drawing", () => {
    expect(draw(<TrendChart {...props} />)).toContain(`role="img" aria-label="Évolution. ${props.summary}"`);
  });
});
