import type { Side } from "../../app/act-choices.ts";
import type { Question } from "../../app/question.ts";
import type { PlanRoundsAnswer, RoundsWorld } from "../../app/rounds.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { RoundsFound } from "../../core/rounds/problem.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { baseOf, readAfter, valueColumn } from "../act/plan-view.ts";
import type { LensView } from "../understand/lens-view.ts";
import { isUnder, type Reading } from "../understand/reading.ts";
import { showSide } from "../understand/sides.ts";
import { writeClass, writeRowValue } from "../understand/value-words.ts";
import { drawWeek } from "./draw-week.ts";
import type { Rounds } from "./read-weeks.ts";

export function roundsOfAnswer({ found, stops, depot, question }: PlanRoundsAnswer): Rounds {
  return { routes: found.routes, stops, depot, daysPerWeek: question.daysPerWeek, vehicles: question.vehicles };
}

export function roundsOfSearch({ stops, depot, daysPerWeek, problem }: RoundsWorld, found: RoundsFound): Rounds {
  return { routes: found.routes, stops, depot, daysPerWeek, vehicles: problem.vehicles };
}

/** Access before or after the rounds, with those of a week, from 0, above it. */
export function viewRounds(
  reading: Reading,
  answer: PlanRoundsAnswer,
  week: number,
  side: Side,
  question: Question,
  f: Formats,
  t: Texts,
): LensView {
  const after = readAfter(reading, answer, question);
  const { shown, picture, write } = showSide(reading, after, side, f, t);
  const { series, threshold } = reading;
  const { step, digits } = PROFESSION_RULES[series.profession];
  const before = reading.answer.values;
  const gains = after.answer.values.map((value, row) => value - before[row]);
  const { gain: sayGain, noGain, lifted } = t.act.map;
  const said = (row: number) => {
    const isLifted = isUnder(before[row], threshold, step) && !isUnder(after.answer.values[row], threshold, step);
    const words = gains[row] > 0 ? sayGain(f.decimal(gains[row], digits + 1)) : noGain;
    return isLifted ? `${words}, ${lifted}` : words;
  };
  return {
    ...baseOf(shown),
    ...picture,
    topic: "rounds",
    ...drawWeek(roundsOfAnswer(answer), week, t),
    title: `${t.units.card[series.profession]} · ${t.rounds.map.title[side]}`,
    describe: (row) => ({
      value: write(row),
      level: `${writeClass(shown, row, question.scale, t)} · ${said(row)}`,
    }),
    columns: [
      valueColumn("value", t.rounds.map.after, "access_after", after.answer.values, reading, f, t),
      valueColumn("official", t.act.table.official, "access_official", before, reading, f, t),
      valueColumn("gain", t.act.table.gain, "gain", gains, reading, f, t),
    ],
    fileName: "tournees",
  };
}

/** Official access under the rounds found so far. */
export function viewRoundsSearch(reading: Reading, rounds: Rounds, week: number, f: Formats, t: Texts): LensView {
  return {
    ...baseOf(reading),
    topic: "rounds",
    ...drawWeek(rounds, week, t),
    title: t.units.card[reading.series.profession],
    describe: (row) => ({ value: writeRowValue(reading, row, f, t), level: "" }),
    columns: [valueColumn("value", t.act.table.official, "official", reading.answer.values, reading, f, t)],
    fileName: "tournees",
  };
}
