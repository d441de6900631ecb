import { describe, expect, test } from "vitest";
import { Histogram, type HistogramProps, keyTarget } from "../../src/charts/histogram.tsx";
import { PROFESSION_RULES } from "../../src/core/professions.ts";
import { draw, numbersIn } from "./draw.ts";
import { formatFr, formatPeopleFr, NURSE_PALETTE, PALETTE, region } from "./world.ts";

const gp = PROFESSION_RULES.gp;
const props: HistogramProps = {
  ...region("gp", 1200),
  breaks: gp.breaks as number[],
  palette: PALETTE,
  threshold: 2.5,
  defaultThreshold: 2.5,
  step: gp.step,
  domainMax: gp.domainMax,
  width: 316,
  height: 104,
  texts: {
    label: "Habitants selon les consultations accessibles",
    threshold: (value) => `seuil ${value}`,
    bar: (from, to, people) =>
      to === null ? `${from} et plus : ${people} hab.` : `de ${from} à ${to} : ${people} hab.`,
    overflow: (from) => `${from} et plus`,
  },
  format: formatFr,
  formatPeople: formatPeopleFr,
  onThreshold: () => undefined,
};

const nurse = PROFESSION_RULES.nurse;
const nurses: HistogramProps = {
  ...props,
  ...region("nurse", 1200),
  breaks: nurse.breaks as number[],
  palette: NURSE_PALETTE,
  threshold: 290,
  defaultThreshold: 58.8,
  step: nurse.step,
  domainMax: nurse.domainMax,
};

describe("drawings", () => {
  test("general practitioners, the threshold on a class limit", async () => {
    await expect(draw(<Histogram {...props} />)).toMatchFileSnapshot("../drawings/histogram-gp.svg");
  });

  test("nurses, limits off the grid, the threshold at the far end: its label goes to the left", async () => {
    await expect(draw(<Histogram {...nurses} />)).toMatchFileSnapshot("../drawings/histogram-nurse.svg");
  });

  test("nobody has a value: an axis, a threshold and no bar", async () => {
    const values = new Float64Array(3).fill(Number.NaN);
    const empty = draw(
      <Histogram {...props} values={values} people={new Float64Array(3)} counted={new Uint8Array(3)} />,
    );
    expect(numbersIn(empty).every(Number.isFinite)).toBe(true);
    await expect(empty).toMatchFileSnapshot("../drawings/histogram-empty.svg");
  });
});

describe("in words", () => {
  const markup = draw(<Histogram {...props} threshold={1.85} />);

  test("the handle is a slider that says the threshold as it is written", () => {
    expect(markup).toMatch(/role="slider" tabindex="0"[^>]*aria-valuemin="0" aria-valuemax="7" aria-valuenow="1.85"/i);
    expect(markup).toContain('aria-valuetext="seuil 1,85"');
  });

  test("each bar says its people, and together they say everybody who is counted", () => {
    const said = [...markup.matchAll(/<title>[^<]*: ([\d\u202f]+) hab/g)].map(([, n]) =>
      Number(n.replaceAll("\u202f", "")),
    );
    const everybody = props.people.filter((_, row) => !Number.isNaN(props.values[row]));
    expect(said.reduce((a, b) => a + b)).toBe(everybody.reduce((a, b) => a + b));
  });

  test("moving the threshold leaves the bars as they are", () => {
    const bars = (text: string) => text.match(/<path [^>]*fill="#[^>]*>\n?<title>[^<]*/g);
    expect(bars(markup)?.length).toBeGreaterThan(20);
    expect(bars(draw(<Histogram {...props} threshold={4.2} />))).toEqual(bars(markup));
  });
});

describe("keys", () => {
  const from = (key: string, now: number) => keyTarget(key, now, 0.05, 7, 2.5);

  test.each([
    ["ArrowRight", 2.5, 2.55],
    ["ArrowUp", 2.5, 2.55],
    ["ArrowLeft", 2.5, 2.45],
    ["ArrowDown", 2.5, 2.45],
    ["PageUp", 2.5, 3],
    ["PageDown", 2.5, 2],
    ["Home", 2.5, 0],
    ["End", 2.5, 7],
    ["Escape", 6, 2.5],
    ["ArrowRight", 7, 7],
    ["ArrowLeft", 0, 0],
    ["PageUp", 6.8, 7],
  ])("%s at %f goes to %f", (key, now, then) => {
    expect(from(key, now)).toBe(then);
  });

  test("other keys are left to the page", () => {
    expect(from("Tab", 2.5)).toBeNull();
    expect(from("a", 2.5)).toBeNull();
  });
});
