-- Purpose: how the inhabitants of each commune divide by age, where the pack knows it.
-- In: nothing
-- Out: unit DOUBLE (row number); share of people in each band, in ages that are both in it, DOUBLE between 0 and 1:
--      age_0_14, age_15_24, age_25_39, age_40_54, age_55_64, age_65_79, age_80
SELECT c.unit::DOUBLE AS unit, a.age_0_14::DOUBLE AS age_0_14, a.age_15_24::DOUBLE AS age_15_24,
       a.age_25_39::DOUBLE AS age_25_39, a.age_40_54::DOUBLE AS age_40_54, a.age_55_64::DOUBLE AS age_55_64,
       a.age_65_79::DOUBLE AS age_65_79, a.age_80_plus::DOUBLE AS age_80
FROM communes c JOIN ages_cars_bretagne a USING (code)
ORDER BY c.unit
