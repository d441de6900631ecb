import { expect, test } from "vitest";
import { DEFAULT_QUESTION, SCALES } from "../../../src/app/question.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { type Reading, readAnswer } from "../../../src/ui/understand/reading.ts";
import { showSide } from "../../../src/ui/understand/sides.ts";
import { sixCommunes } from "./world.ts";

const F = getFormats("fr");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

function world(scale: (typeof SCALES)[number]) {
  const answer = sixCommunes();
  const question = { ...DEFAULT_QUESTION, scale };
  const before = readAnswer(answer, question);
  const after = readAnswer({ ...answer, values: answer.values.map((value) => value + 1) }, question);
  return { before, after };
}

const look = ({ breaks, palette }: Reading) => ({ breaks, palette });

for (const scale of SCALES) {
  test(`both sides have the classes of before: ${scale}`, () => {
    const { before, after } = world(scale);
    const { shown, picture } = showSide(before, after, "both", F, fr);
    expect(look(shown)).toEqual(look(before));
    expect(picture.left?.classes).toBe(before.classes);
    shown.classes.forEach((index, row) => {
      const value = after.answer.values[row];
      if (index < 0) expect(index).toBe(before.classes[row]);
      else expect(index).toBe(before.breaks.filter((limit) => limit <= value).length);
    });
  });
}

test("one side alone is itself, with nothing left of it", () => {
  const { before, after } = world("quantile");
  expect(showSide(before, after, "after", F, fr)).toMatchObject({ shown: after, picture: {} });
  expect(showSide(before, after, "before", F, fr).shown).toBe(before);
  expect(showSide(before, after, "before", F, fr).picture.left).toBeUndefined();
});

test("the pointer is told before and after, one decimal more than alone; a reason instead of a figure", () => {
  const { before, after } = world("fixed");
  const { write } = showSide(before, after, "both", F, fr);
  const known = Array.from(before.answer.values.keys()).filter((row) => !Number.isNaN(before.answer.values[row]));
  const [row] = known;
  const [was, is] = [before, after].map(({ answer }) => F.decimal(answer.values[row], 2));
  expect(plain(write(row))).toBe(plain(`Avant : ${was} · Après : ${is} ${fr.units.short.gp}`));
  const missing = Array.from(before.answer.values.keys()).find((one) => !known.includes(one)) ?? -1;
  expect(write(missing)).not.toMatch(/\d/);
});
