import { FailureError } from "../failure.ts";
import { AGE_LIMITS, type AgeLimit, PROFESSIONS, type Profession } from "../professions.ts";

/** What a rule file says to people, in both languages. */
export interface RuleText {
  readonly fr: string;
  readonly en: string;
}

/** What an area can be. */
export interface ZoningState {
  readonly id: string;
  readonly label: RuleText;
  /** Where there is little room. */
  readonly short: RuleText;
}

/** A class the figures give, worst served first. */
export interface ZoningClass extends ZoningState {
  /** Method `bounds`: highest access of the class, inclusive, in the profession's unit; null for the last class. */
  readonly upTo: number | null;
  /** Method `shares`: part of the people of the country, 0 … 1. */
  readonly share: number | null;
  /** Upper bound of access the order published for its own data; compared, never used to class. */
  readonly publishedUpTo: number | null;
}

/** A class only a decision gives. */
export interface ZoningChoice extends ZoningState {
  /** Classes one may come from. */
  readonly from: readonly string[];
}

export type ZoningGauge =
  /** At most this part of a region's people in a class; of regions and of a country that no figure covers, null. */
  | {
      readonly kind: "ceiling";
      readonly state: string;
      readonly country: number | null;
      readonly regions: Readonly<Record<string, number>>;
      readonly source: string;
    }
  /** Areas of `from` may be decided otherwise as long as their people stay under this part of those of `of`. */
  | {
      readonly kind: "exception";
      readonly from: string;
      readonly of: string;
      readonly share: number;
      readonly source: string;
    }
  /** Areas among this part of people at one end of the ranking may cross the border between two classes, people for people. */
  | {
      readonly kind: "exchange";
      readonly side: "low" | "high";
      readonly between: readonly [lower: string, upper: string];
      readonly share: number;
      readonly source: string;
    };

/** How areas were classed for a profession from a date on; one file of `data/rules` each. */
export interface ZoningRule {
  readonly id: string;
  readonly profession: Profession;
  /** Whose practice the indicator counts. */
  readonly ages: AgeLimit;
  readonly label: RuleText;
  readonly producer: string;
  readonly citation: string;
  /** Dates as precise as they are known: YYYY, YYYY-MM or YYYY-MM-DD; `to` null: not replaced as far as is known. */
  readonly from: string;
  readonly to: string | null;
  /** The areas of the order; bassins de vie above `splitAbove` people are divided in it. */
  readonly unit: { readonly official: "tvs" | "bvcv"; readonly splitAbove: number };
  /** What communes are averaged by within an area, and where that is said; null: nowhere. */
  readonly weights: "people" | "standardised";
  readonly weightsSource: string | null;
  /** `unpublished`: the figures are not at hand and nothing can be simulated. */
  readonly method: "bounds" | "shares" | "unpublished";
  readonly classes: readonly ZoningClass[];
  readonly choices: readonly ZoningChoice[];
  readonly gauges: readonly ZoningGauge[];
  /** What the simulation leaves out. */
  readonly limits: readonly RuleText[];
}

/** Everything an area can be: classes first, then what only a decision gives. A choice that is also a class is that class. */
export function statesOf({ classes, choices }: ZoningRule): readonly ZoningState[] {
  const ids = new Set(classes.map(({ id }) => id));
  return [...classes, ...choices.filter(({ id }) => !ids.has(id))];
}

/** Published shares are rounded to a tenth of a percent. */
const ROUNDING = 0.005;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Reads a rule file. Throws `bad-input` naming the file and the field. */
export function readRule(json: unknown, file: string): ZoningRule {
  const read = new Reader(file);
  const rule = read.object(json, "");
  const text = (value: unknown, field: string): RuleText => {
    const said = read.object(value, field);
    return { fr: read.text(said.fr, `${field}.fr`), en: read.text(said.en, `${field}.en`) };
  };
  const share = (value: unknown, field: string) => read.number(value, field, 0, 1);
  const method = read.oneOf(rule.method, "method", ["bounds", "shares", "unpublished"] as const);
  const unit = read.object(rule.unit, "unit");
  const classes = read.list(rule.classes, "classes").map((value, k): ZoningClass => {
    const field = `classes[${k}]`;
    const one = read.object(value, field);
    return {
      id: read.text(one.id, `${field}.id`),
      label: text(one.label, `${field}.label`),
      short: text(one.short, `${field}.short`),
      upTo: read.orNull(one.upTo, (v) => read.number(v, `${field}.upTo`, 0, Number.MAX_VALUE)),
      share: read.orNull(one.share, (v) => share(v, `${field}.share`)),
      publishedUpTo: read.orNull(one.publishedUpTo, (v) =>
        read.number(v, `${field}.publishedUpTo`, 0, Number.MAX_VALUE),
      ),
    };
  });
  const choices = read.list(rule.choices, "choices").map((value, k): ZoningChoice => {
    const field = `choices[${k}]`;
    const one = read.object(value, field);
    const from = read.list(one.from, `${field}.from`).map((v) => read.text(v, `${field}.from`));
    const [label, short] = [text(one.label, `${field}.label`), text(one.short, `${field}.short`)];
    return { id: read.text(one.id, `${field}.id`), label, short, from };
  });
  const gauges = read.list(rule.gauges, "gauges").map((value, k): ZoningGauge => {
    const field = `gauges[${k}]`;
    const one = read.object(value, field);
    const source = read.text(one.source, `${field}.source`);
    const kind = read.oneOf(one.kind, `${field}.kind`, ["ceiling", "exception", "exchange"] as const);
    if (kind === "ceiling") {
      const regions = Object.entries(read.object(one.regions, `${field}.regions`));
      return {
        kind,
        state: read.text(one.state, `${field}.state`),
        country: read.orNull(one.country, (v) => share(v, `${field}.country`)),
        regions: Object.fromEntries(regions.map(([code, v]) => [code, share(v, `${field}.regions.${code}`)])),
        source,
      };
    }
    if (kind === "exception") {
      const [from, of] = [read.text(one.from, `${field}.from`), read.text(one.of, `${field}.of`)];
      return { kind, from, of, share: share(one.share, `${field}.share`), source };
    }
    const between = read.list(one.between, `${field}.between`).map((v) => read.text(v, `${field}.between`));
    if (between.length !== 2) throw read.wrong(`${field}.between`, "two classes");
    return {
      kind,
      side: read.oneOf(one.side, `${field}.side`, ["low", "high"] as const),
      between: [between[0], between[1]],
      share: share(one.share, `${field}.share`),
      source,
    };
  });
  const done: ZoningRule = {
    id: read.text(rule.id, "id"),
    profession: read.oneOf(rule.profession, "profession", PROFESSIONS),
    ages: read.oneOf(rule.ages, "ages", AGE_LIMITS),
    label: text(rule.label, "label"),
    producer: read.text(rule.producer, "producer"),
    citation: read.text(rule.citation, "citation"),
    from: read.date(rule.from, "from"),
    to: read.orNull(rule.to, (v) => read.date(v, "to")),
    unit: {
      official: read.oneOf(unit.official, "unit.official", ["tvs", "bvcv"] as const),
      splitAbove: read.number(unit.splitAbove, "unit.splitAbove", 1, Number.MAX_VALUE),
    },
    weights: read.oneOf(rule.weights, "weights", ["people", "standardised"] as const),
    weightsSource: read.orNull(rule.weightsSource, (v) => read.text(v, "weightsSource")),
    method,
    classes,
    choices,
    gauges,
    limits: read.list(rule.limits, "limits").map((value, k) => text(value, `limits[${k}]`)),
  };
  checkTogether(done, read);
  return done;
}

/** What no field says alone: figures in order, names that exist. */
function checkTogether(rule: ZoningRule, read: Reader): void {
  const { classes, choices, method, from, to } = rule;
  if (to !== null && to < from) throw read.wrong("to", "not before from");
  const ids = classes.map(({ id }) => id);
  ids.forEach((id, k) => {
    if (ids.indexOf(id) !== k) throw read.wrong(`classes[${k}].id`, "a name of its own");
  });
  const known = (id: string, field: string, among: readonly string[]) => {
    if (!among.includes(id)) throw read.wrong(field, among.join(", "));
  };
  choices.forEach((choice, k) => {
    for (const id of choice.from) known(id, `choices[${k}].from`, ids);
  });
  const states = statesOf(rule).map(({ id }) => id);
  rule.gauges.forEach((gauge, k) => {
    if (gauge.kind === "ceiling") known(gauge.state, `gauges[${k}].state`, states);
    if (gauge.kind === "exception")
      for (const key of ["from", "of"] as const) known(gauge[key], `gauges[${k}].${key}`, ids);
    if (gauge.kind !== "exchange") return;
    for (const id of gauge.between) known(id, `gauges[${k}].between`, ids);
    const [lower, upper] = gauge.between.map((id) => ids.indexOf(id));
    if (upper !== lower + 1) throw read.wrong(`gauges[${k}].between`, "two classes that follow each other");
  });
  if (method === "bounds") {
    classes.forEach(({ upTo }, k) => {
      const isLast = k === classes.length - 1;
      if ((upTo === null) !== isLast) throw read.wrong(`classes[${k}].upTo`, isLast ? "null" : "a number");
      if (k > 0 && upTo !== null && upTo <= (classes[k - 1].upTo ?? 0)) {
        throw read.wrong(`classes[${k}].upTo`, "above the class before");
      }
    });
  }
  if (method === "shares") {
    const sum = classes.reduce((total, { share }, k) => {
      if (share === null) throw read.wrong(`classes[${k}].share`, "a number");
      return total + share;
    }, 0);
    if (Math.abs(sum - 1) > ROUNDING) throw read.wrong("classes", "shares that sum up to 1");
  }
  if (method !== "unpublished" && classes.length < 2) throw read.wrong("classes", "two classes or more");
}

class Reader {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  wrong(field: string, expected: string): FailureError {
    return new FailureError("bad-input", { file: this.#file, field: field || "(whole file)", expected });
  }

  object(value: unknown, field: string): Readonly<Record<string, unknown>> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.wrong(field, "an object");
    return value as Record<string, unknown>;
  }

  list(value: unknown, field: string): readonly unknown[] {
    if (!Array.isArray(value)) throw this.wrong(field, "a list");
    return value;
  }

  text(value: unknown, field: string): string {
    if (typeof value !== "string" || value.trim() === "") throw this.wrong(field, "a text");
    return value;
  }

  date(value: unknown, field: string): string {
    if (typeof value !== "string" || !DATE.test(value)) throw this.wrong(field, "YYYY, YYYY-MM or YYYY-MM-DD");
    return value;
  }

  number(value: unknown, field: string, low: number, high: number): number {
    if (typeof value !== "number" || !(value >= low && value <= high)) {
      throw this.wrong(
        field,
        high === Number.MAX_VALUE ? `a number of ${low} or more` : `a number from ${low} to ${high}`,
      );
    }
    return value;
  }

  oneOf<T extends string>(value: unknown, field: string, options: readonly T[]): T {
    const found = options.find((option) => option === value);
    if (found === undefined) throw this.wrong(field, options.join(", "));
    return found;
  }

  /** Null has to be written: a figure that is left out is a mistake, one that is null is not published. */
  orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
    return value === null ? null : read(value);
  }
}
