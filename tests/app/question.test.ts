import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACT_LIMITS, EFFECTS, MODES, SIDES } from "../../src/app/act-choices.ts";
import { LENSES } from "../../src/app/lenses.ts";
import { ownOrChanged } from "../../src/app/model-text.ts";
import { PARTS } from "../../src/app/participate-choices.ts";
import {
  BASES,
  DEFAULT_QUESTION,
  effectiveThreshold,
  FILTERS,
  formatQuestion,
  PAGES,
  parseQuestion,
  type Question,
  SCALES,
  SHOWN,
  snapThreshold,
  UNEQUAL,
  VIEWS,
} from "../../src/app/question.ts";
import { RHYTHM_CHOICES, ROUND_SHEETS, ROUNDS_LIMITS, type RoundsNumber } from "../../src/app/rounds-choices.ts";
import {
  BESIDES,
  CLUSTER_STATISTICS,
  DESERT_COLOURS,
  MOST_LEAST_COMMUNES,
  NEIGHBOURHOODS,
  PERMUTATION_COUNTS,
  REFERENCES,
  ruleOf,
  toSeed,
} from "../../src/app/spatial-choices.ts";
import { ZONING_RULE_IDS } from "../../src/app/zoning-rule-ids.ts";
import { ACCESS_METHODS, type AccessMethod } from "../../src/core/access/compute-access.ts";
import { BINS, type Decay } from "../../src/core/access/decay.ts";
import { DIFFICULTY_SETS, type DifficultySet, SEARCH_MINUTES } from "../../src/core/access/difficulty-sets.ts";
import { DEMANDS, modelOf } from "../../src/core/access/model.ts";
import { THRESHOLD_RULES } from "../../src/core/access/robustness.ts";
import { MOST_LOST } from "../../src/core/access/uniform-loss.ts";
import { encodeBase64url } from "../../src/core/contributions/base64url.ts";
import { PLACEMENT_OBJECTIVES } from "../../src/core/placement/objectives.ts";
import { PROFESSION_RULES, PROFESSIONS, SERIES } from "../../src/core/professions.ts";
import { LOCALES } from "../../src/i18n/locale.ts";

const orNull = <T>(some: fc.Arbitrary<T>) => fc.oneof(some, fc.constant(null));
const decimal = (low: number, high: number, digits: number) =>
  fc.integer({ min: low * 10 ** digits, max: high * 10 ** digits }).map((n) => n / 10 ** digits);

const minutes = decimal(1, 60, 1);
const decay: fc.Arbitrary<Decay> = fc.oneof(
  fc.record({ kind: fc.constant("linear" as const), range: minutes }),
  fc.record({ kind: fc.constant("epanechnikov" as const), range: minutes }),
  fc.record({ kind: fc.constant("dai" as const), range: minutes }),
  fc.record({ kind: fc.constant("gaussian" as const), beta: decimal(1, 900, 0) }),
  fc.record({ kind: fc.constant("exponential" as const), rate: decimal(0, 2, 3) }),
  fc.record({ kind: fc.constant("logistic" as const), inflection: minutes, deviation: minutes }),
  fc.record({ kind: fc.constant("power" as const), exponent: decimal(0, 4, 2), floor: minutes }),
  fc
    .uniqueArray(decimal(1, 60, 1), { minLength: 1, maxLength: 4 })
    .map((bounds) => bounds.sort((a, b) => a - b))
    .map((bounds) => ({ kind: "steps" as const, bounds, weights: bounds.map((_, k) => 1 - k / 4) })),
);
const model = fc.record({
  method: fc.constantFrom(...(Object.keys(ACCESS_METHODS) as AccessMethod[])),
  decay,
  maxMinutes: decimal(5, 60, 0),
  bins: fc.constantFrom(...BINS),
  demand: fc.constantFrom(...DEMANDS),
  perPlace: orNull(decimal(0, 20_000, 1)),
  rank: fc.integer({ min: 1, max: 5 }),
});

const roundsNumber = (field: RoundsNumber) => {
  const [min, max] = ROUNDS_LIMITS[field];
  return fc.integer({ min, max });
};

const question: fc.Arbitrary<Question> = fc
  .record({
    territory: fc.constantFrom(
      { kind: "country" as const, code: "fr" },
      { kind: "region" as const, code: "53" },
      { kind: "departement" as const, code: "53" },
      { kind: "epci" as const, code: "200039022" },
      { kind: "commune" as const, code: "2A004" },
    ),
    series: fc.constantFrom(...SERIES),
    lens: fc.constantFrom(...LENSES),
    participate: fc.record({
      part: fc.constantFrom(...PARTS),
      space: fc.option(fc.constantFrom("public", "committee:pays-de-redon", "intake:a"), { nil: null }),
      record: fc.option(
        fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => encodeBase64url(bytes)),
        { nil: null },
      ),
      corrected: fc.boolean(),
    }),
    rounds: fc.record({
      depot: fc.option(fc.constantFrom("35238", "2A004"), { nil: null }),
      vehicles: roundsNumber("vehicles"),
      days: roundsNumber("days"),
      hours: fc.integer({ min: 2, max: 28 }).map((halves) => halves / 2),
      driving: roundsNumber("driving"),
      visit: roundsNumber("visit"),
      consultations: roundsNumber("consultations"),
      weeks: roundsNumber("weeks"),
      rhythm: fc.constantFrom(...RHYTHM_CHOICES),
      people: roundsNumber("people"),
      rural: fc.boolean(),
      away: roundsNumber("away"),
      candidates: roundsNumber("candidates"),
      mandatory: fc.constantFrom([], ["22050"], ["22050", "2A004"]),
      excluded: fc.constantFrom([], ["35238"]),
      leave: fc.constantFrom("08:30", "07:00", "23:59"),
      start: fc.option(fc.constantFrom("2027-01-04", "2028-02-29"), { nil: null }),
      week: roundsNumber("week"),
      sheet: fc.constantFrom(...ROUND_SHEETS),
      asked: fc.boolean(),
    }),
    act: fc.record({
      sites: fc.integer({ min: ACT_LIMITS.sites[0], max: ACT_LIMITS.sites[1] }),
      fte: fc.integer({ min: 1, max: 40 }).map((n) => n / 2),
      staff: fc.constantFrom(
        [],
        [{ profession: "gp", fte: 2, importance: 1, cost: null }] as const,
        [
          { profession: "gp", fte: 1.5, importance: 0.5, cost: 120 },
          { profession: "dentist", fte: 1, importance: 1, cost: null },
        ] as const,
      ),
      aim: fc.constantFrom(...PLACEMENT_OBJECTIVES),
      budget: fc.integer({ min: 0, max: 100_000 }),
      opening: fc.integer({ min: 0, max: 10_000 }),
      perFte: fc.integer({ min: 1, max: 1_000 }),
      places: fc.integer({ min: 0, max: 10_000 }),
      ownPlaces: fc.constantFrom(
        [],
        [{ code: "22209", people: 3000 }],
        [
          { code: "22113", people: 0 },
          { code: "2A004", people: 900 },
        ],
      ),
      served: fc.constantFrom("all" as const, "under" as const),
      versus: fc.subarray(["shortfall", "p-median", "mclp", "p-center"] as const, { maxLength: 2 }),
      priority: fc.integer({ min: 0, max: 2 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      practices: fc.boolean(),
      pharmacy: fc.boolean(),
      franceServices: fc.boolean(),
      people: fc.integer({ min: 0, max: 100_000 }),
      away: fc.integer({ min: 0, max: 30 }),
      margin: fc.integer({ min: 0, max: 30 }),
      mandatory: fc.constantFrom([], ["22209"], ["22113", "2A004"]),
      excluded: fc.constantFrom([], ["35238"]),
      asked: fc.boolean(),
      side: fc.constantFrom(...SIDES),
      mode: fc.constantFrom(...MODES),
      effect: fc.constantFrom(...EFFECTS),
      links: fc.boolean(),
      split: fc.integer({ min: 0, max: 100 }),
    }),
    shown: fc.constantFrom(...SHOWN),
    unequal: fc.constantFrom(...UNEQUAL),
    basis: fc.constantFrom(...BASES),
    compared: orNull(
      fc.constantFrom({ kind: "departement" as const, code: "35" }, { kind: "country" as const, code: "fr" }),
    ),
    model: orNull(model),
    choices: fc.record({
      rule: fc.constantFrom(...THRESHOLD_RULES),
      loss: fc.integer({ min: 0, max: MOST_LOST }),
      set: fc.constantFrom(...(Object.keys(DIFFICULTY_SETS) as DifficultySet[])),
      pharmacy: fc.integer({ min: 1, max: SEARCH_MINUTES.pharmacy }),
      zoning: orNull(fc.constantFrom(...ZONING_RULE_IDS)),
      decided: fc.constantFrom("", "bv:35360=zac~com:2A004=zip", "bv:35238:243500139=very-under"),
      emergency: fc.integer({ min: 1, max: SEARCH_MINUTES.emergency }),
      within: fc.constantFrom(...REFERENCES),
      least: fc.integer({ min: 1, max: MOST_LEAST_COMMUNES }),
      colour: fc.constantFrom(...DESERT_COLOURS),
      desert: orNull(fc.constantFrom("35360", "2B033")),
      against: fc.constantFrom(...REFERENCES),
      statistic: fc.constantFrom(...CLUSTER_STATISTICS),
      near: fc.constantFrom(...NEIGHBOURHOODS),
      deals: fc.constantFrom(...PERMUTATION_COUNTS),
      seed: fc.nat({ max: 999_999 }),
      beside: fc.constantFrom(...BESIDES),
    }),
    threshold: orNull(decimal(0, 400, 3)),
    filter: fc.constantFrom(...FILTERS),
    scale: fc.constantFrom(...SCALES),
    selected: orNull(fc.constantFrom("35360", "2B033", "97411")),
    view: fc.constantFrom(...VIEWS),
    page: fc.constantFrom(...PAGES),
    from: orNull(fc.record({ lon: decimal(-180, 180, 5), lat: decimal(-85, 85, 5) })),
    camera: orNull(fc.record({ lon: decimal(-180, 180, 4), lat: decimal(-85, 85, 4), zoom: decimal(0, 22, 2) })),
    locale: orNull(fc.constantFrom(...LOCALES)),
  })
  .map((some) => ({
    ...some,
    model: some.model && ownOrChanged(some.model, some.series.profession),
    threshold: some.threshold === null ? null : snapThreshold(some.threshold, some.series.profession),
  }));

describe("a link rebuilds what was seen", () => {
  test("parsing what was formatted gives the question back, without a problem", () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(parseQuestion(formatQuestion(asked))).toEqual({ question: asked, problems: [] });
      }),
    );
  });

  test("an assumption that cannot be used is reported, the others stay", () => {
    const { question: asked, problems } = parseQuestion("?lens=recomputed&method=magic&max=25&decay=gauss:-3&rank=1.5");
    expect(problems.map(({ name }) => name)).toEqual(["method", "decay", "rank"]);
    expect(asked.model).toEqual({ ...modelOf("gp"), maxMinutes: 25 });
  });

  test("the default question has an empty link, and an empty link is the default question", () => {
    expect(formatQuestion(DEFAULT_QUESTION)).toBe("");
    expect(parseQuestion("")).toEqual({ question: DEFAULT_QUESTION, problems: [] });
  });

  test("a link can be read by people", () => {
    const asked: Question = {
      ...DEFAULT_QUESTION,
      territory: { kind: "epci", code: "200039022" },
      series: { profession: "nurse", year: 2022, ages: "all" },
      threshold: 58.8,
      selected: "35360",
      camera: { lon: -1.2, lat: 48.125, zoom: 9 },
    };
    expect(formatQuestion(asked)).toBe(
      "?territory=epci:200039022&profession=nurse&year=2022&threshold=58.8&selected=35360&at=-1.2000,48.1250,9.00",
    );
  });
});

describe("a link that was damaged still opens, and says what was lost", () => {
  test.each([
    ["territory=atlantis", "territory", "unknown-territory"],
    ["profession=astrologer", "profession", "unknown-profession"],
    ["year=1789", "year", "unknown-series"],
    ["year=soon", "year", "unknown-series"],
    ["year=", "year", "unknown-series"],
    ["ages=le99", "ages", "unknown-series"],
    ["profession=nurse&ages=le65", "ages", "unknown-series"],
    ["threshold=low", "threshold", "bad-input"],
    ["threshold=", "threshold", "bad-input"],
    ["threshold=-1", "threshold", "bad-input"],
    ["threshold=Infinity", "threshold", "bad-input"],
    ["with=atlantis", "with", "unknown-territory"],
    ["unequal=very", "unequal", "bad-input"],
    ["basis=mine", "basis", "bad-input"],
    ["rule=mine", "rule", "bad-input"],
    ["loss=41", "loss", "bad-input"],
    ["loss=2.5", "loss", "bad-input"],
    ["loss=", "loss", "bad-input"],
    ["set=all", "set", "bad-input"],
    ["pharmacy=0", "pharmacy", "bad-input"],
    ["pharmacy=31", "pharmacy", "bad-input"],
    ["emergency=far", "emergency", "bad-input"],
    ["within=world", "within", "bad-input"],
    ["least=0", "least", "bad-input"],
    ["desert=dep:35", "desert", "bad-input"],
    ["near=nearest:9", "near", "bad-input"],
    ["deals=12", "deals", "bad-input"],
    ["seed=-1", "seed", "bad-input"],
    ["beside=", "beside", "bad-input"],
    ["show=some", "show", "bad-input"],
    ["scale=log", "scale", "bad-input"],
    ["selected=dep:35", "selected", "unknown-territory"],
    ["view=globe", "view", "bad-input"],
    ["at=1,2", "at", "bad-input"],
    ["at=1,2,3,4", "at", "bad-input"],
    ["at=,,", "at", "bad-input"],
    ["at=1,99,3", "at", "bad-input"],
    ["lang=tlh", "lang", "bad-input"],
  ])("%s", (link, name, code) => {
    const { question: read, problems } = parseQuestion(`?${link}`);
    expect(problems.map((problem) => [problem.name, problem.failure.code])).toEqual([[name, code]]);
    if (name !== "year" && name !== "ages") expect(read).toEqual(DEFAULT_QUESTION);
  });

  test("a year that was never published gives the nearest; one that is no year gives the default", () => {
    const yearOf = (text: string) => parseQuestion(`?year=${text}`).question.series.year;
    expect([yearOf("1789"), yearOf("2020"), yearOf("2050")]).toEqual([2015, 2022, 2023]);
    expect([yearOf("soon"), yearOf("")]).toEqual([DEFAULT_QUESTION.series.year, DEFAULT_QUESTION.series.year]);
  });

  test("one bad value does not harm the others", () => {
    const { question: read, problems } = parseQuestion("?territory=dep:35&show=some&profession=midwife&nonsense=1");
    expect(read.territory).toEqual({ kind: "departement", code: "35" });
    expect(read.series.profession).toBe("midwife");
    expect(problems).toHaveLength(1);
  });

  test("no text whatever throws, and what is read is a published series on a valid grid", () => {
    const name = fc.constantFrom(
      "territory",
      "profession",
      "year",
      "ages",
      "threshold",
      "show",
      "selected",
      "at",
      "lang",
    );
    const link = fc
      .array(fc.tuple(name, fc.string({ maxLength: 8 })))
      .map((pairs) => `?${pairs.map(([key, text]) => `${key}=${text}`).join("&")}`);
    fc.assert(
      fc.property(link, (text) => {
        const { question: read } = parseQuestion(text);
        expect(SERIES).toContainEqual(read.series);
        expect(parseQuestion(formatQuestion(read)).problems).toEqual([]);
      }),
    );
  });
});

describe("thresholds", () => {
  const profession = fc.constantFrom(...PROFESSIONS);

  test("snap to the grid of the profession, within its histogram, and stay where they are", () => {
    fc.assert(
      fc.property(profession, fc.double({ min: -10, max: 1000, noNaN: true }), (who, value) => {
        const { step, domainMax } = PROFESSION_RULES[who];
        const snapped = snapThreshold(value, who);
        expect(snapped).toBeGreaterThanOrEqual(0);
        expect(snapped).toBeLessThanOrEqual(domainMax);
        expect(snapped / step).toBeCloseTo(Math.round(snapped / step), 6);
        expect(snapThreshold(snapped, who)).toBe(snapped);
        const within = Math.min(domainMax, Math.max(0, value));
        expect(Math.abs(snapped - within)).toBeLessThanOrEqual(step / 2 + 1e-6);
      }),
    );
  });

  test("the person's, else the profession's, else half the national mean", () => {
    const asked = (who: (typeof PROFESSIONS)[number], threshold: number | null): Question => ({
      ...DEFAULT_QUESTION,
      series: { profession: who, year: 2023, ages: "all" },
      threshold,
    });
    expect(effectiveThreshold(asked("gp", null), 3.3)).toBe(2.5);
    expect(effectiveThreshold(asked("gp", 3.05), 3.3)).toBe(3.05);
    expect(effectiveThreshold(asked("gp", 0), 3.3)).toBe(0);
    expect(effectiveThreshold(asked("dentist", null), 66.98)).toBe(33.5);
  });
});

describe("choices of the spatial lenses", () => {
  test("neighbourhoods as the engine takes them", () => {
    expect(NEIGHBOURHOODS.map(ruleOf)).toEqual([
      { kind: "queen" },
      { kind: "rook" },
      { kind: "nearest", count: 8 },
      { kind: "minutes", minutes: 10 },
    ]);
  });

  test("whatever one types, the seed can be linked to", () => {
    expect([12.4, -3, 1e9, Number.NaN].map(toSeed)).toEqual([12, 0, 999_999, 0]);
  });
});

describe("what a link says of rounds", () => {
  test.each(["vehicles=7", "vehicles=1.5", "hours=8.25", "leave=24:00", "start=2027-02-30", "depot=x", "rhythm=daily"])(
    "%s is reported and replaced",
    (search) => {
      const { question, problems } = parseQuestion(`?${search}`);
      expect(question).toEqual(DEFAULT_QUESTION);
      expect(problems.map(({ name }) => name)).toEqual([search.split("=")[0]]);
    },
  );
});
