-- Purpose: age structure and households without a car in the communes of Bretagne, census 2023.
-- In: variables ages_bretagne, cars_bretagne (Parquet, long); rows not produced by the census (OSM, models) are never read
-- Out: ages_cars_bretagne (shares between 0 and 1; the seven age shares add up to 1)
CREATE TABLE ages_cars_bretagne AS
WITH census AS (
  SELECT territoire AS code, detail, value FROM read_parquet(getvariable('ages_bretagne'))
  WHERE type = 'commune' AND key = 'structure_age' AND vintage_source LIKE 'INSEE%'
  UNION ALL
  SELECT territoire, detail, value FROM read_parquet(getvariable('cars_bretagne'))
  WHERE type = 'commune' AND key = 'voitures_menage' AND vintage_source LIKE 'INSEE — Recensement%'
)
SELECT code,
       max(value) FILTER (WHERE detail = '<15') AS age_0_14, max(value) FILTER (WHERE detail = '15-24') AS age_15_24,
       max(value) FILTER (WHERE detail = '25-39') AS age_25_39, max(value) FILTER (WHERE detail = '40-54') AS age_40_54,
       max(value) FILTER (WHERE detail = '55-64') AS age_55_64, max(value) FILTER (WHERE detail = '65-79') AS age_65_79,
       max(value) FILTER (WHERE detail = '80+') AS age_80_plus,
       max(value) FILTER (WHERE detail = 'sans_voiture') AS households_without_car,
       2023::SMALLINT AS vintage
FROM census
GROUP BY code
ORDER BY code;
