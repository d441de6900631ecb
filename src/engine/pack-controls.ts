/** A figure of the pack that is known from elsewhere, or that must be zero. */
export interface PackControl {
  readonly id: string;
  /** Returns one number, `actual`. */
  readonly sql: string;
  readonly expected: number;
  /** Largest accepted distance to `expected`. */
  readonly tolerance: number;
  /** Where the expected figure comes from. */
  readonly source: string;
}

const exact = (id: string, sql: string, expected: number, source: string): PackControl => ({
  id,
  sql,
  expected,
  tolerance: 0,
  source,
});

const gp = (name: string, code: string, ages: string, expected: number): PackControl =>
  exact(
    `apl-gp-2023-${ages}-${name}`,
    `SELECT value AS actual FROM apl WHERE code = '${code}' AND profession = 'gp' AND year = 2023 AND ages = '${ages}'`,
    expected,
    "DREES, APL 2023",
  );

const places = (id: string, where: string, expected: number): PackControl =>
  exact(
    `bpe-2024-gp-${id}`,
    `SELECT sum(count)::DOUBLE AS actual FROM facilities f JOIN communes c USING (code)
     WHERE f.type = 'D265' AND f.year = 2024 AND ${where}`,
    expected,
    "INSEE, BPE 2024",
  );

const none = (id: string, from: string, source: string): PackControl =>
  exact(id, `SELECT count(*)::DOUBLE AS actual FROM ${from}`, 0, source);

const DERIVED = "contract of the pack";

export const PACK_CONTROLS: readonly PackControl[] = [
  exact("communes", "SELECT count(*)::DOUBLE AS actual FROM communes WHERE kind = 'commune'", 34969, "INSEE, COG 2026"),
  exact(
    "arrondissements",
    "SELECT count(*)::DOUBLE AS actual FROM communes WHERE kind = 'arrondissement' AND parent IN ('75056', '69123', '13055')",
    45,
    "INSEE, COG 2026",
  ),
  exact("epci", "SELECT count(*)::DOUBLE AS actual FROM territories WHERE kind = 'epci'", 1255, "DGCL, EPCI 2026"),
  exact("regions", "SELECT count(*)::DOUBLE AS actual FROM territories WHERE kind = 'region'", 18, "INSEE, COG 2026"),
  exact(
    "population-2022-vitre",
    "SELECT population_2022::DOUBLE AS actual FROM communes WHERE code = '35360'",
    18892,
    "INSEE, municipal population 2022",
  ),
  exact(
    "population-2022-total",
    "SELECT sum(population_2022)::DOUBLE AS actual FROM communes WHERE kind = 'commune'",
    67_734_308,
    "total of the source: moving to COG 2026 loses nobody",
  ),
  gp("rennes", "35238", "all", 4.761),
  gp("rennes", "35238", "le65", 4.452),
  gp("vitre", "35360", "all", 3.488),
  gp("vitre", "35360", "le65", 3.305),
  gp("redon", "35236", "all", 2.987),
  gp("redon", "35236", "le65", 2.64),
  {
    id: "apl-gp-2023-le65-mean",
    sql: `SELECT sum(value * population_standardised) / sum(population_standardised) AS actual
          FROM apl WHERE profession = 'gp' AND year = 2023 AND ages = 'le65' AND value IS NOT NULL`,
    expected: 3.29,
    tolerance: 0.005,
    source: "DREES, mean weighted by standardised population",
  },
  {
    id: "apl-gp-2022-le65-mean",
    sql: `SELECT sum(value * population_standardised) / sum(population_standardised) AS actual
          FROM apl WHERE profession = 'gp' AND year = 2022 AND ages = 'le65' AND value IS NOT NULL`,
    expected: 3.34,
    tolerance: 0.005,
    source: "DREES, mean weighted by standardised population",
  },
  {
    id: "apl-gp-2023-below-2.5",
    sql: `SELECT sum(population_total)::DOUBLE / 1e6 AS actual
          FROM apl WHERE profession = 'gp' AND year = 2023 AND ages = 'all' AND value < 2.5`,
    expected: 11.1,
    tolerance: 0.1,
    source: "millions of people, all ages, on the populations of edition 2022",
  },
  {
    id: "apl-gp-2023-people",
    sql: `SELECT sum(population_total)::DOUBLE / 1e6 AS actual
          FROM apl WHERE profession = 'gp' AND year = 2023 AND ages = 'all' AND value IS NOT NULL`,
    expected: 66.8,
    tolerance: 0.05,
    source: "millions of people with a value",
  },
  places("france", "true", 60573),
  places("bretagne", "c.region = '53'", 3257),
  places("ille-et-vilaine", "c.departement = '35'", 1030),
  places("rennes", "c.code = '35238'", 243),
  places("vitre", "c.code = '35360'", 25),
  exact(
    "bpe-2018-gp-france",
    "SELECT sum(count)::DOUBLE AS actual FROM facilities WHERE type = 'D265' AND year = 2018",
    61594,
    "INSEE, BPE 2018: moving to COG 2026 loses nothing",
  ),
  exact(
    "units-are-row-numbers",
    "SELECT (count(DISTINCT unit) = count(*) AND min(unit) = 0 AND max(unit) = count(*) - 1)::INTEGER::DOUBLE AS actual FROM communes",
    1,
    DERIVED,
  ),
  none(
    "units-follow-codes",
    "(SELECT code < lag(code) OVER (PARTITION BY kind ORDER BY unit) AS wrong FROM communes) WHERE wrong",
    DERIVED,
  ),
  exact(
    "apl-rows",
    "SELECT count(*)::DOUBLE AS actual FROM apl",
    14 * (34969 + 45 - 3),
    "every commune or arrondissement in every series",
  ),
  none("apl-series-complete", "(SELECT code FROM apl GROUP BY code HAVING count(*) <> 14)", DERIVED),
  none("apl-cities-left-out", "apl WHERE code IN ('75056', '69123', '13055')", DERIVED),
  none("apl-known-codes", "apl a ANTI JOIN communes c USING (code)", DERIVED),
  none("facilities-known-codes", "facilities f ANTI JOIN communes c USING (code)", DERIVED),
  none("facilities-known-types", "facilities f ANTI JOIN facility_types t USING (type)", DERIVED),
  none("facilities-positive", "facilities WHERE count IS NULL OR count < 1", DERIVED),
  none(
    "facilities-2018-counted",
    "facilities f JOIN facility_types t USING (type) WHERE f.year = 2018 AND NOT t.in_2018",
    DERIVED,
  ),
  none("income-known-codes", "income i ANTI JOIN communes c USING (code)", DERIVED),
  none("france-services-known-codes", "france_services f ANTI JOIN communes c USING (code)", DERIVED),
  none("ages-cars-known-codes", "ages_cars_bretagne a ANTI JOIN communes c USING (code)", DERIVED),
  none(
    "apl-status",
    "apl WHERE (status = 'value') <> (value IS NOT NULL) OR status NOT IN ('value', 'missing')",
    DERIVED,
  ),
  none("apl-source", "apl WHERE (source IS NULL) <> (status = 'missing')", DERIVED),
  none("apl-no-nan", "apl WHERE isnan(value) OR isnan(population_standardised) OR isnan(population_total)", DERIVED),
  none("apl-not-negative", "apl WHERE value < 0 OR population_standardised <= 0 OR population_total <= 0", DERIVED),
  none(
    "apl-mayotte-missing",
    "apl JOIN communes USING (code) WHERE departement = '976' AND status <> 'missing'",
    DERIVED,
  ),
  none(
    "apl-corsica-2023-missing",
    "apl JOIN communes USING (code) WHERE region = '94' AND year = 2023 AND status <> 'missing'",
    DERIVED,
  ),
  none(
    "apl-le65-not-above-all",
    "apl a JOIN apl b USING (code, profession, year) WHERE a.ages = 'le65' AND b.ages = 'all' AND a.value > b.value + 1e-6",
    DERIVED,
  ),
  none(
    "income-status",
    `income WHERE (median_status = 'value') <> (median_income IS NOT NULL) OR (poverty_status = 'value') <> (poverty_rate IS NOT NULL)
       OR median_status NOT IN ('value', 'secret', 'missing') OR poverty_status NOT IN ('value', 'secret', 'missing')`,
    DERIVED,
  ),
  none("income-not-zero", "income WHERE median_income <= 0 OR isnan(median_income) OR isnan(poverty_rate)", DERIVED),
  none(
    "ages-add-up",
    `ages_cars_bretagne WHERE abs(age_0_14 + age_15_24 + age_25_39 + age_40_54 + age_55_64 + age_65_79 + age_80_plus - 1) > 1e-6
       OR NOT households_without_car BETWEEN 0 AND 1`,
    DERIVED,
  ),
  none(
    "territory-parents",
    "territories t ANTI JOIN territories p ON p.kind = t.parent_kind AND p.code = t.parent_code WHERE t.kind <> 'country'",
    DERIVED,
  ),
  none(
    "territory-populations",
    `territories t JOIN (SELECT epci, sum(population) AS people FROM communes WHERE kind = 'commune' GROUP BY ALL) s
       ON t.kind = 'epci' AND t.code = s.epci WHERE t.population <> s.people`,
    DERIVED,
  ),
];
