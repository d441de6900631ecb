import { FailureError } from "../core/failure.ts";
import { isDefined, type Undefined } from "../core/inequality/figure.ts";
import type { LorenzCurve } from "../core/inequality/lorenz.ts";
import { AGE_LIMITS, isProfession, nearestSeries, PROFESSION_UNITS } from "../core/professions.ts";
import { describeInequality, type InequalityAnswer } from "../engine/describe-inequality.ts";
import type { InequalitySummary } from "../engine/inequality-summary.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { loadSeries } from "../engine/series-columns.ts";
import { loadUnitContext } from "../engine/unit-context.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { onStderr, parsePositive, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { valueOrReason } from "./undefined-figures.ts";
import { writeOutput } from "./write-output.ts";

const HIGHEST_THRESHOLD = 10_000;

type Options = Readonly<
  Record<"out" | "data", string> & Partial<Record<"territory" | "profession" | "year" | "ages" | "threshold", string>>
>;

/** The equality of official access in a territory of the embedded pack, as one JSON object. */
export async function inequalityOfTerritory(options: Options): Promise<void> {
  const territory = readTerritory(options.territory);
  const profession = options.profession ?? "gp";
  if (!isProfession(profession)) throw new FailureError("unknown-profession", { text: profession });
  const ages = AGE_LIMITS.find((limit) => limit === (options.ages ?? "all"));
  if (!ages) throw new FailureError("bad-input", { option: "--ages", text: options.ages ?? "" });
  const latest = nearestSeries(profession, Number.POSITIVE_INFINITY, ages).year;
  const year = options.year === undefined ? latest : parseWholeNumber(options.year, "--year");
  const threshold =
    options.threshold === undefined ? null : parsePositive(options.threshold, "--threshold", HIGHEST_THRESHOLD);
  const db = await openNodePack(options.data);
  const frame = await loadNationalFrame(db);
  const answer = await describeInequality(
    { frame, series: (series) => loadSeries(db, frame, series), context: () => loadUnitContext(db) },
    { territory, series: { profession, year, ages }, threshold },
    onStderr(),
  );
  await writeOutput(options.out, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(sayHeadline(answer));
}

function describe({ question, threshold, summary, parents, trend, divisions, income, groupings }: InequalityAnswer) {
  const { profession, ages } = question.series;
  return {
    profession,
    ages,
    unit: PROFESSION_UNITS[profession],
    threshold,
    ...figures(summary),
    lorenz: valueOrReason(pairs(summary.lorenz)),
    parents: parents.map(figures),
    trend: trend.map(figures),
    divisions: divisions.map(({ division, parts, people, theil, meanLogDeviation }) => ({
      division,
      parts,
      people,
      theil_t: valueOrReason(theil),
      mld: valueOrReason(meanLogDeviation),
    })),
    concentration_by_median_income: {
      access: valueOrReason(
        isDefined(income.access) ? { index: income.access.index, se: income.access.standardError } : income.access,
      ),
      erreygers: valueOrReason(income.erreygers),
      erreygers_bounds: income.bounds,
      erreygers_under_threshold: valueOrReason(income.underThreshold),
      richest_tenth_to_poorest_four_tenths: valueOrReason(income.richestToPoorest),
      people: income.people,
      people_income_secret: income.peopleSecret,
      people_income_missing: income.peopleMissing,
    },
    groups: groupings.map(({ by, meanWeight, groups, people, everyone }) => ({
      by,
      mean_weight: meanWeight,
      people,
      people_with_a_value: everyone,
      groups: groups.map(({ id, incomes, people: own, peopleUnder, mean, shortfall }) => ({
        id,
        ...(incomes ? { median_incomes: incomes } : {}),
        people: own,
        people_under: peopleUnder,
        mean: valueOrReason(mean),
        fgt: valueOrReason(shortfall),
      })),
    })),
    limits: LIMITS,
  };
}

function figures(summary: InequalitySummary) {
  const { territory, year, measures } = summary;
  return {
    territory: territory.name,
    year,
    people: summary.people,
    people_without_value: summary.peopleWithout,
    areas: summary.areas,
    areas_without_value: summary.areasWithout,
    mean: valueOrReason(summary.mean),
    gini: valueOrReason(measures.gini),
    gini_interval_95: valueOrReason(summary.giniInterval),
    hoover: valueOrReason(measures.hoover),
    supply_to_move: valueOrReason(summary.supplyToMove),
    theil_t: valueOrReason(measures.theil),
    mld: valueOrReason(measures.meanLogDeviation),
    atkinson: { "0.5": valueOrReason(measures.atkinsonHalf), "1": valueOrReason(measures.atkinsonOne) },
    p90_p10: valueOrReason(measures.percentileRatio),
    d10_d1: valueOrReason(measures.tenthRatio),
    palma: valueOrReason(measures.palma),
    held_by_worse_half: valueOrReason(summary.heldByWorseHalf),
    fgt: valueOrReason(measures.shortfall),
  };
}

function pairs(curve: LorenzCurve | Undefined): readonly (readonly [number, number])[] | Undefined {
  return isDefined(curve) ? Array.from(curve.people, (people, k) => [people, curve.held[k]] as const) : curve;
}

function sayHeadline({ question, threshold, summary }: InequalityAnswer): string {
  const { gini, tenthRatio, shortfall } = summary.measures;
  const said = [
    isDefined(gini) ? `Gini ${gini.toFixed(3)}` : "no Gini",
    isDefined(tenthRatio) ? `D10/D1 ${tenthRatio.toFixed(2)}` : "no D10/D1",
    isDefined(shortfall) ? `${percent(shortfall.headcount)} under ${threshold}` : "no threshold",
  ];
  return `${summary.territory.name} ${question.series.profession} ${question.series.year}: ${said.join(", ")}`;
}

const LIMITS = [
  "Every measure weighs inhabitants (municipal population 2020, the same every year); the mean, the supply to move and the two means of D10/D1 weigh standardised inhabitants, as the DREES does.",
  "Everyone in a commune is given its value: inequality inside communes is not seen.",
  "The interval of the Gini index draws communes anew: it says how far the index hangs on a few of them. It is no survey error, does not hold the error of the values, and treats neighbours as independent, so it is rather too narrow.",
  "Access is smoothed by catchments that overlap: neighbours are alike partly by construction.",
  "Income is the median of the commune: people are ranked by where they live. The pack holds nothing a deprivation index (FDep) could be made of.",
  "Households without a car are counted as if as large as the others.",
] as const;
