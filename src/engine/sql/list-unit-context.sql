-- Purpose: what every unit is grouped and ranked by in questions of equality, in unit order; an arrondissement has its own
--          income and density, ages and cars are known for the communes of Bretagne alone.
-- In: –
-- Out: unit DOUBLE (row number), bassin_de_vie VARCHAR, urban_unit VARCHAR (…000: outside any), area DOUBLE (km²),
--      median_income DOUBLE (€ per consumption unit and year), median_status VARCHAR, age_0_14, age_15_24, age_25_39,
--      age_40_54, age_55_64, age_65_79, age_80_plus DOUBLE (shares of people), without_car DOUBLE (share of households)
SELECT c.unit::DOUBLE AS unit, c.bassin_de_vie, c.urban_unit, c.area_km2::DOUBLE AS area,
       i.median_income::DOUBLE AS median_income, coalesce(i.median_status, 'missing') AS median_status,
       a.age_0_14::DOUBLE AS age_0_14, a.age_15_24::DOUBLE AS age_15_24, a.age_25_39::DOUBLE AS age_25_39,
       a.age_40_54::DOUBLE AS age_40_54, a.age_55_64::DOUBLE AS age_55_64, a.age_65_79::DOUBLE AS age_65_79,
       a.age_80_plus::DOUBLE AS age_80_plus, a.households_without_car::DOUBLE AS without_car
FROM communes c LEFT JOIN income i USING (code) LEFT JOIN ages_cars_bretagne a USING (code)
ORDER BY c.unit
