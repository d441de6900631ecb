import type { FailureError } from "../../core/failure.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

type Words = Texts["scenario"]["problems"];

/** Forms in which core/scenario and the engine say what of a scenario cannot be, and their words. */
const FORMS: readonly [form: RegExp, say: (words: Words, parts: readonly string[], t: Texts) => string][] = [
  [/^missing: (.+) is expected$/, (words, [expected], t) => words.missing(explainExpected(expected, t))],
  [
    /^(.+) is expected, not (.+)$/,
    (words, [expected, got], t) => words.not(explainExpected(expected, t), nameGot(got, t)),
  ],
  [/^(\S+) is later than (\S+), the one read here$/, (words, [version]) => words.later(version)],
  [/^(.+) is expected$/, (words, [expected], t) => words.expected(explainExpected(expected, t))],
  [/^unknown field$/, (words) => words.unknownField],
  [/^change (\d+) again \((.+)\)$/, (words) => words.again],
  [/^(.+) twice$/, (words, [what]) => words.twice(what)],
  [/^the commune they leave$/, (words) => words.leaves],
  [/^more than (\d+) characters$/, (words, [count]) => words.tooLong(count)],
  [/^(.+) is no territory$/, (words, [text]) => words.noTerritory(text)],
  [/^no commune (\S+) in the data$/, (words, [code]) => words.noCommune(code)],
  [/^no point is known for (\S+)$/, (words, [code]) => words.noPoint(code)],
  [/^ages are known in official values alone$/, (words) => words.agesOfficial],
  [/^the scenario begins with practitioners up to (\d+)$/, (words, [age]) => words.agesBegin(age)],
  [/^no values up to (\d+) for (\S+) (\d+) in the data$/, (words, [age, , year]) => words.noAges(age, year)],
  [/^another (\S+) than the first$/, (words) => words.differs],
  [/^no such change$/, (words) => words.noChange],
];

const EXPECTED: readonly [form: RegExp, say: (words: Words["things"], parts: readonly string[]) => string][] = [
  [/^a text of 1 to (\d+) characters$/, (words, [most]) => words.text(most)],
  [/^the INSEE code of a commune$/, (words) => words.commune],
  [/^a number above (\S+), at most (\S+)$/, (words, [least, most]) => words.above(least, most)],
  [/^a number from (\S+), at most (\S+)$/, (words, [least, most]) => words.from(least, most)],
  [/^one of (.+)$/, (words, [choices]) => words.oneOf(choices)],
  [/^a list of (\d+) to (\d+)$/, (words, [least, most]) => words.list(least, most)],
  [/^an object$/, (words) => words.object],
  [/^64 hexadecimal digits$/, (words) => words.digits],
];

/** What of a field cannot be, in the reader's language; as it was said where no form fits. */
export function explainProblem(problem: string, t: Texts): string {
  for (const [form, say] of FORMS) {
    const found = form.exec(problem);
    if (found) return say(t.scenario.problems, found.slice(1), t);
  }
  return t.scenario.problems.asSaid(problem);
}

/** A scenario that cannot be, in a sentence: the file, the change by number and the field, then what is wrong with it. */
export function explainScenarioFailure({ failure }: FailureError, f: Formats, t: Texts): string {
  const words = t.scenario.problems;
  const { file, field, change, others, problem } = failure.params;
  const where = [
    file === undefined ? null : words.inFile(String(file)),
    change === undefined ? null : words.inChange(f.integer(Number(change) + 1)),
    field === undefined ? null : words.inField(String(field)),
  ].filter((part) => part !== null);
  const said = explainProblem(String(problem ?? ""), t);
  const more = Number(others ?? 0);
  return [...where, said].join(" · ") + (more > 0 ? ` ${words.others(more)}` : "");
}

function explainExpected(expected: string, t: Texts): string {
  for (const [form, say] of EXPECTED) {
    const found = form.exec(expected);
    if (found) return say(t.scenario.problems.things, found.slice(1));
  }
  return `« ${expected} »`;
}

function nameGot(got: string, t: Texts): string {
  const { gotten } = t.scenario.problems;
  const list = /^"?a list(?: of (\d+))?"?$/.exec(got);
  if (list) return gotten.list(list[1] ?? null);
  if (got === "an object") return gotten.object;
  return got === "nothing" ? gotten.nothing : got;
}
