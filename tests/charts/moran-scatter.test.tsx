import { describe, expect, test } from "vitest";
import { MoranScatter, type MoranScatterProps, moranScatterHeight } from "../../src/charts/moran-scatter.tsx";
import { draw, numbersIn } from "./draw.ts";

const props: MoranScatterProps = {
  // On the middle, one deviation off both ways, twice the same place, far outside, and without a value.
  own: Float64Array.of(0, 1, -1, -1.001, 9, Number.NaN),
  lag: Float64Array.of(0, 1, -1, -1, -9, 1),
  groups: [0, 1, 2, 2, 1, 1],
  colours: ["#c3cac6", "#0b5d56", "#7b4a0f"],
  slope: 0.5,
  width: 308,
  label: "Nuage de Moran",
  summary: "pente 0,50",
  across: "commune",
  up: "voisines",
  corners: ["haut, haut", "bas, haut", "bas, bas", "haut, bas"],
  slopeText: "pente 0,50",
};

/** Corner of each dot, by colour. Frame: x from 24 over 280 px, y from 20; 35 px a deviation. */
function dotsOf(svg: string): Record<string, string[]> {
  const paths = [...svg.matchAll(/<path d="([^"]*)" fill="([^"]*)"/g)];
  return Object.fromEntries(paths.map(([, d, colour]) => [colour, d.split("M").slice(1)]));
}

describe("Moran scatter plot", () => {
  test("drawing", async () => {
    await expect(draw(<MoranScatter {...props} />)).toMatchFileSnapshot("../drawings/moran-scatter.svg");
  });

  test("one dot for units at one place, none without a value, the farthest on the edge", () => {
    const dots = dotsOf(draw(<MoranScatter {...props} />));
    expect(Object.values(dots).map((list) => list.length)).toEqual([1, 2, 1]);
    const [x, y] = dots["#c3cac6"][0].split(/[ h]/).map(Number);
    // The middle is (164, 160); a dot is 2.5 px wide on a grid of its size.
    expect(Math.abs(x + 1.25 - 164)).toBeLessThanOrEqual(1.3);
    expect(Math.abs(y + 1.25 - 160)).toBeLessThanOrEqual(1.3);
    expect(dots["#0b5d56"].some((dot) => Math.abs(Number(dot.split(" ")[0]) - 304) < 3)).toBe(true);
  });

  test("the line goes through the middle with the slope of Moran's I, and never leaves the frame", () => {
    for (const slope of [0.5, -0.25, 1.5]) {
      const svg = draw(<MoranScatter {...props} slope={slope} />);
      const line = /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" stroke="var\(--oasis-ink/.exec(svg);
      const [x1, y1, x2, y2] = (line ?? []).slice(1).map(Number);
      expect((y1 - y2) / (x2 - x1)).toBeCloseTo(slope, 2);
      expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([164, 160]);
      expect([x1, x2].every((x) => x >= 24 && x <= 304) && [y1, y2].every((y) => y >= 20 && y <= 300)).toBe(true);
    }
  });

  test("writes no number that is none, and says in words what it shows", () => {
    const svg = draw(<MoranScatter {...props} />);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
    expect(svg).toContain('aria-label="Nuage de Moran. pente 0,50"');
    expect(svg).toContain(`height="${moranScatterHeight(308)}"`);
  });
});
