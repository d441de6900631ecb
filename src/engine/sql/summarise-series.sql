-- Purpose: figures of one published series over the country, by SQL alone: a second way to what the kernels compute.
-- In: $1 profession, $2 year, $3 ages, $4 threshold
-- Out: mean DOUBLE (weighted by standardised inhabitants),
--      below DOUBLE (inhabitants whose value is strictly below the threshold, municipal population where the APL gives none)
SELECT sum(a.value::DOUBLE * a.population_standardised) / sum(a.population_standardised) AS mean,
       coalesce(sum(coalesce(a.population_total, c.population_2022, c.population)) FILTER (a.value < $4::DOUBLE), 0)::DOUBLE AS below
FROM apl a JOIN communes c USING (code)
WHERE a.profession = $1 AND a.year = $2::INTEGER AND a.ages = $3 AND a.value IS NOT NULL
