-- Purpose: income and poverty of one commune with their secrecy status, and its populations.
-- In: $1 commune code
-- Out: population DOUBLE (inhabitants 2022, else those of COG 2026), median_income DOUBLE (€ per consumption unit and year), median_status,
--      poverty_rate DOUBLE (%), poverty_status VARCHAR
SELECT coalesce(c.population_2022, c.population)::DOUBLE AS population,
       i.median_income::DOUBLE AS median_income, coalesce(i.median_status, 'missing') AS median_status,
       i.poverty_rate::DOUBLE AS poverty_rate, coalesce(i.poverty_status, 'missing') AS poverty_status
FROM communes c LEFT JOIN income i USING (code)
WHERE c.code = $1
