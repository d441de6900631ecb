import { describe, expect, test } from "vitest";
import { DensityPlot, type DensityPlotProps, densityPlotHeight } from "../../src/charts/density-plot.tsx";
import { draw, numbersIn } from "./draw.ts";
import { formatFr, formatPeopleFr } from "./world.ts";

const props: DensityPlotProps = {
  step: 0.5,
  cells: 8,
  // On the diagonal 300, 20 and 2; one far above it, one in the open corner.
  counts: [2, 2, 300, 3, 3, 20, 4, 4, 2, 1, 6, 1, 7, 7, 1],
  width: 320,
  label: "Officiel et recalculé",
  summary: "99 % sont égales",
  across: "officiel",
  up: "modèle",
  diagonal: "égalité",
  keyText: (n) => `${n} commune`,
  format: formatFr,
  formatCount: formatPeopleFr,
};

describe("density plot", () => {
  test("drawing", async () => {
    await expect(draw(<DensityPlot {...props} />)).toMatchFileSnapshot("../drawings/density-plot.svg");
  });

  test("draws every cell once, in the shade of its count", () => {
    const paths = [...draw(<DensityPlot {...props} />).matchAll(/<path d="([^"]*)" fill="([^"]*)"/g)];
    const cellsOf = new Map(paths.map(([, d, colour]) => [colour, d.split("M").length - 1]));
    expect(Object.fromEntries(cellsOf)).toEqual({ "#cfe6e2": 3, "#3f9d91": 1, "#042f2c": 1 });
  });

  test("the corner of cell (0, 0) is that of the axes, and nothing leaves the drawing", () => {
    const svg = draw(<DensityPlot {...props} counts={[0, 0, 1]} />);
    const [, x, y, size] = /d="M([\d.]+) ([\d.]+)h([\d.]+)/.exec(svg) as unknown as string[];
    expect(Number(x)).toBe(34);
    expect(Number(y) + Number(size)).toBeCloseTo(22 + (320 - 34 - 8), 0);
    expect(svg).toContain(`height="${densityPlotHeight(320)}"`);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
  });

  test("says in words what it shows", () => {
    expect(draw(<DensityPlot {...props} />)).toContain('aria-label="Officiel et recalculé. 99 % sont égales"');
  });
});
