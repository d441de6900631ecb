import { describe, expect, test } from "vitest";
import { CrossSquare, type CrossSquareProps, crossSquareHeight } from "../../src/charts/cross-square.tsx";
import { draw, numbersIn } from "./draw.ts";

const props: CrossSquareProps = {
  colours: ["#000001", "#000002", "#000003", "#000004", "#000005", "#000006", "#000007", "#000008", "#000009"],
  up: ["peu", "moyen", "beaucoup"],
  across: ["bas", "moyens", "hauts"],
  upAxis: "↑ accès",
  acrossAxis: "revenu →",
  label: "Accès et revenu",
  width: 300,
};

function cellsOf(svg: string) {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)"[^>]*fill="(#\d+)"/g)].map(([, x, y, fill]) => ({
    x: Number(x),
    y: Number(y),
    fill,
  }));
}

describe("square of two quantities", () => {
  test("drawing", async () => {
    await expect(draw(<CrossSquare {...props} />)).toMatchFileSnapshot("../drawings/cross-square.svg");
  });

  test("the least of both is at the bottom left, the most at the top right", () => {
    const cells = cellsOf(draw(<CrossSquare {...props} />));
    expect(cells).toHaveLength(9);
    const at = (fill: string) => cells.find((cell) => cell.fill === fill) ?? { x: Number.NaN, y: Number.NaN };
    expect(at("#000001").x).toBe(Math.min(...cells.map(({ x }) => x)));
    expect(at("#000001").y).toBe(Math.max(...cells.map(({ y }) => y)));
    expect(at("#000009").x).toBe(Math.max(...cells.map(({ x }) => x)));
    expect(at("#000009").y).toBe(Math.min(...cells.map(({ y }) => y)));
    // Least access, most income: bottom right.
    expect([at("#000003").x, at("#000003").y]).toEqual([at("#000009").x, at("#000001").y]);
  });

  test.each([120, 300, 600])("%i px wide: nothing leaves the drawing, and both axes are read out", (width) => {
    const svg = draw(<CrossSquare {...props} width={width} />);
    expect(cellsOf(svg).every(({ x, y }) => x >= 0 && x < width && y >= 0 && y < crossSquareHeight())).toBe(true);
    expect(numbersIn(svg).every(Number.isFinite)).toBe(true);
    expect(svg).toContain("↑ accès peu, moyen, beaucoup; revenu → bas, moyens, hauts");
  });
});
