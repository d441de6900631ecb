-- Purpose: every published APL series of one commune; for a city with arrondissements, the mean of theirs weighted by
--          standardised population.
-- In: $1 commune code
-- Out: profession VARCHAR, year DOUBLE, ages VARCHAR, value DOUBLE (unit of the profession; NULL when missing), status VARCHAR
SELECT a.profession, a.year::DOUBLE AS year, a.ages,
       (sum(a.value * a.population_standardised) FILTER (WHERE a.value IS NOT NULL)
         / sum(a.population_standardised) FILTER (WHERE a.value IS NOT NULL))::DOUBLE AS weighted,
       coalesce(CASE WHEN count(*) = 1 THEN any_value(a.value) END, weighted)::DOUBLE AS value,
       CASE WHEN count(a.value) > 0 THEN 'value' ELSE any_value(a.status) END AS status
FROM apl a JOIN communes c USING (code)
WHERE c.code = $1 OR c.parent = $1
GROUP BY ALL
ORDER BY a.profession, a.year, a.ages
