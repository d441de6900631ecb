import { describe, expect, test } from "vitest";
import { Waterfall, type WaterfallProps, waterfallHeight } from "../../src/charts/waterfall.tsx";
import { draw, numbersIn } from "./draw.ts";

const step = (key: string, name: string, value: number, text: string, colour: string) => ({
  key,
  name,
  value,
  text,
  colour,
});

const chart: WaterfallProps = {
  width: 300,
  label: "Habitants de Bretagne sous le seuil",
  steps: [
    step("already", "Déjà sous le seuil", 300, "300 · 30 %", "#7b4a0f"),
    step("le65", "Sans les plus de 65 ans", 100, "+ 100 · 10 %", "#c48a3a"),
    step("le62", "Sans les plus de 62 ans", 0, "+ 0 · 0 %", "#ebd29b"),
    step("above", "Restent au-dessus", 600, "600 · 60 %", "#57afa4"),
  ],
};

/** x and width of the coloured bars. */
const bars = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="11" rx="2" fill="#/g)].map(
    ([, x, width]) => [Number(x), Number(width)],
  );

describe("waterfall", () => {
  test("drawing", async () => {
    await expect(draw(<Waterfall {...chart} />)).toMatchFileSnapshot("../drawings/waterfall.svg");
  });

  test("each bar begins where the one above ends, to scale: 300, 100 and 600 of 1,000 over 1,000 px", () => {
    expect(bars(draw(<Waterfall {...chart} width={1000} />))).toEqual([
      [0, 300],
      [300, 100],
      [400, 600],
    ]);
  });

  test("says in words what it draws", () => {
    const svg = draw(<Waterfall {...chart} />);
    expect(svg).toContain(
      "Habitants de Bretagne sous le seuil: Déjà sous le seuil 300 · 30 %, Sans les plus de 65 ans",
    );
    expect(svg).toContain(`height="${waterfallHeight(4)}"`);
  });

  test("a sliver is still seen, and nobody at all draws no bar and no nonsense", () => {
    const sliver = chart.steps.map((one, k) => ({ ...one, value: k === 0 ? 1 : 1_000_000 }));
    expect(bars(draw(<Waterfall {...chart} steps={sliver} />))[0]).toEqual([0, 1]);
    const none = draw(<Waterfall {...chart} steps={chart.steps.map((one) => ({ ...one, value: 0 }))} />);
    expect(bars(none)).toEqual([]);
    expect(numbersIn(none).every(Number.isFinite)).toBe(true);
  });
});
