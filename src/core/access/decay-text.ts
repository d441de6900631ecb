import { FailureError } from "../failure.ts";
import type { Decay } from "./decay.ts";

/** One way of writing a decay: `name`, `name:number` or `name:number,number`. */
interface DecayForm {
  readonly name: string;
  readonly usage: string;
  /** Null where these numbers, or the lack of a catchment limit, do not make the form. */
  parse(numbers: readonly number[], maxMinutes: number): Decay | null;
}

const range = (numbers: readonly number[], maxMinutes: number): number | null => {
  const value = numbers.length === 0 ? maxMinutes : numbers[0];
  return numbers.length <= 1 && value > 0 && value < Number.POSITIVE_INFINITY ? value : null;
};

const FORMS: readonly DecayForm[] = [
  {
    name: "gauss",
    usage: "gauss (Dai, 0 at --max) or gauss:BETA for exp(−t²/BETA)",
    parse(numbers, maxMinutes) {
      if (numbers.length === 1 && numbers[0] > 0) return { kind: "gaussian", beta: numbers[0] };
      const edge = numbers.length === 0 ? range(numbers, maxMinutes) : null;
      return edge === null ? null : { kind: "dai", range: edge };
    },
  },
  {
    name: "dai",
    usage: "dai (0 at --max) or dai:MINUTES",
    parse(numbers, maxMinutes) {
      const edge = range(numbers, maxMinutes);
      return edge === null ? null : { kind: "dai", range: edge };
    },
  },
  {
    name: "exp",
    usage: "exp:RATE for exp(−RATE·t)",
    parse: (numbers) => (numbers.length === 1 && numbers[0] >= 0 ? { kind: "exponential", rate: numbers[0] } : null),
  },
  {
    name: "empirical",
    usage: "empirical for exp(−0.216·t)",
    // IRDES DT 70, section 3.2.2: 2.19·exp(−0.216·t) consultations a head, rescaled to 1 at t = 0.
    parse: (numbers) => (numbers.length === 0 ? { kind: "exponential", rate: 0.216 } : null),
  },
  {
    name: "linear",
    usage: "linear (0 at --max) or linear:MINUTES",
    parse(numbers, maxMinutes) {
      const edge = range(numbers, maxMinutes);
      return edge === null ? null : { kind: "linear", range: edge };
    },
  },
  {
    name: "epanechnikov",
    usage: "epanechnikov (0 at --max) or epanechnikov:MINUTES",
    parse(numbers, maxMinutes) {
      const edge = range(numbers, maxMinutes);
      return edge === null ? null : { kind: "epanechnikov", range: edge };
    },
  },
  {
    name: "logistic",
    usage: "logistic:INFLECTION,DEVIATION in minutes",
    parse: ([inflection, deviation, ...more]) =>
      more.length === 0 && inflection >= 0 && deviation > 0 ? { kind: "logistic", inflection, deviation } : null,
  },
  {
    name: "power",
    usage: "power:EXPONENT or power:EXPONENT,FLOOR (1 minute)",
    parse: ([exponent, floor = 1, ...more]) =>
      more.length === 0 && exponent >= 0 && floor > 0 ? { kind: "power", exponent, floor } : null,
  },
];

const STEPS_USAGE = "minutes:weight,… such as 10:1,20:0.68,30:0.22";

/**
 * Reads a decay: `10:1,20:0.68,30:0.22` (bounds rising, weights within [0, 1] and never rising) or one of the named
 * forms. `maxMinutes`, Infinity when there is none, is the range of forms that end at the catchment limit.
 * Fails with `bad-input` naming the option, the text and what was expected.
 */
export function parseDecay(text: string, maxMinutes: number): Decay {
  if (/^[\s\d.]/.test(text)) return parseSteps(text);
  const [name, rest, ...more] = text.split(":");
  const form = FORMS.find((f) => f.name === name.trim());
  const expected = form?.usage ?? [STEPS_USAGE, ...FORMS.map((f) => f.usage)].join("; ");
  const numbers = rest === undefined ? [] : rest.split(",").map(parseNumber);
  const valid = more.length === 0 && numbers.every((n) => n !== null);
  const decay = valid && form ? form.parse(numbers as readonly number[], maxMinutes) : null;
  if (!decay) throw fault(text, expected);
  return decay;
}

/** The text `parseDecay` reads back as the same decay, whatever the catchment limit. */
export function formatDecay(decay: Decay): string {
  switch (decay.kind) {
    case "steps":
      return decay.bounds.map((bound, k) => `${bound}:${decay.weights[k]}`).join(",");
    case "dai":
      return `dai:${decay.range}`;
    case "gaussian":
      return `gauss:${decay.beta}`;
    case "exponential":
      return `exp:${decay.rate}`;
    case "linear":
    case "epanechnikov":
      return `${decay.kind}:${decay.range}`;
    case "logistic":
      return `logistic:${decay.inflection},${decay.deviation}`;
    case "power":
      return `power:${decay.exponent},${decay.floor}`;
  }
}

function parseSteps(text: string): Decay {
  const bounds: number[] = [];
  const weights: number[] = [];
  for (const step of text.split(",")) {
    const [bound, weight, ...more] = step.split(":").map(parseNumber);
    if (bound == null || weight == null || more.length > 0) throw fault(text, `${STEPS_USAGE}, not ${step}`);
    if (bound < 0 || bound <= (bounds.at(-1) ?? -1)) throw fault(text, `bounds that rise, not ${step}`);
    if (weight < 0 || weight > (weights.at(-1) ?? 1)) {
      throw fault(text, `weights from 1 to 0 that never rise, not ${step}`);
    }
    bounds.push(bound);
    weights.push(weight);
  }
  return { kind: "steps", bounds, weights };
}

function parseNumber(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function fault(text: string, expected: string): FailureError {
  return new FailureError("bad-input", { option: "--decay", text: JSON.stringify(text), expected });
}
