-- Purpose: one published series of the official APL, aligned on units.
-- In: $1 profession, $2 year, $3 ages
-- Out: unit DOUBLE, value DOUBLE (unit of the profession), status VARCHAR, standardised DOUBLE (standardised inhabitants),
--      total DOUBLE (inhabitants of the APL edition)
SELECT c.unit::DOUBLE AS unit, a.value::DOUBLE AS value, a.status,
       a.population_standardised::DOUBLE AS standardised, a.population_total::DOUBLE AS total
FROM apl a JOIN communes c USING (code)
WHERE a.profession = $1 AND a.year = $2::INTEGER AND a.ages = $3
ORDER BY c.unit
