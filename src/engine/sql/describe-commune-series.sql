-- Purpose: every published APL series of one commune; for a city with arrondissements, the mean of theirs weighted by
--          standardised population.
-- In: $1 commune code
-- Out: profession VARCHAR, year DOUBLE, ages VARCHAR, value DOUBLE (unit of the profession; NULL when missing), status VARCHAR
WITH parts AS (
  SELECT a.profession, a.year, a.ages, a.value, a.status,
         CASE WHEN c.code = $1 THEN 1 ELSE a.population_standardised END AS weight
  FROM apl a JOIN communes c USING (code)
  WHERE c.code = $1 OR c.parent = $1
)
SELECT profession, year::DOUBLE AS year, ages,
       (sum(value * weight) FILTER (WHERE value IS NOT NULL)
         / sum(weight) FILTER (WHERE value IS NOT NULL))::DOUBLE AS value,
       CASE WHEN count(value) > 0 THEN 'value' ELSE any_value(status) END AS status
FROM parts
GROUP BY profession, parts.year, ages
ORDER BY profession, parts.year, ages
