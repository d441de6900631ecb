import type { frScenarioProblems } from "./fr-scenario-problems.ts";

export const enScenarioProblems: typeof frScenarioProblems = {
  inFile: (file) => `File “${file}”`,
  inChange: (rank) => `change ${rank}`,
  inField: (field) => `field ${field}`,
  others: (n) => `And ${n} other fault${n === 1 ? "" : "s"}.`,
  asSaid: (text) => `This text cannot be read as a scenario (${text}).`,
  missing: (thing) => `${capital(thing)} is missing.`,
  expected: (thing) => `${capital(thing)} is needed.`,
  not: (thing, got) => `${capital(thing)} is needed, not ${got}.`,
  later: (version) => `This file comes from a later version of Oasis (format ${version}).`,
  unknownField: "The format has no such field.",
  again: "Another change of the scenario says this already.",
  twice: (what) => `${what} is there twice.`,
  leaves: "This is the commune they leave.",
  tooLong: (count) => `More than ${count} characters.`,
  noTerritory: (text) => `${text} is no territory.`,
  noCommune: (code) => `No commune has the code ${code} in the data.`,
  noPoint: (code) => `The position of ${code} is not known.`,
  agesOfficial: "Ages are known in the official values alone.",
  agesBegin: (age) => `The series on screen already counts only practitioners up to ${age}.`,
  noAges: (age, year) => `No value is published up to ${age} for this profession in ${year}.`,
  differs: "Territory, series, model and threshold must be the same.",
  noChange: "This change is no longer in the scenario.",
  things: {
    text: (most) => `a text of 1 to ${most} characters`,
    commune: "a commune",
    above: (least, most) => `a number above ${least}, at most ${most}`,
    from: (least, most) => `a number from ${least} to ${most}`,
    oneOf: (choices) => `one of ${choices}`,
    list: (least, most) => `a list of ${least} to ${most} items`,
    object: "an object",
    digits: "64 hexadecimal digits",
  },
  gotten: {
    list: (count) => (count === null ? "a list" : `a list of ${count}`),
    object: "an object",
    nothing: "nothing",
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
