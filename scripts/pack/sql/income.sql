-- Purpose: median income and poverty of communes, with why a figure is absent.
-- In: units, changed, filosofi_official (rows of the producer's file, may be empty); variable income (Parquet, text, `ND` for secret or absent)
-- Out: income (median_income in € per consumption unit and year, poverty_rate in % of people)
-- Secret: the commune is covered and whole, has inhabitants, and the source gives no figure. Every median the source gives
-- belongs to a commune of 50 tax households or 100 persons and more: those without are below both.
CREATE TABLE filosofi AS
SELECT lpad(id, 5, '0') AS code, try_cast(med21 AS DOUBLE) AS median, try_cast(tp6021 AS DOUBLE) AS poverty
FROM read_parquet(getvariable('income'))
WHERE length(id) <= 5 AND comp1 IS NOT NULL AND NOT EXISTS (FROM filosofi_official)
UNION ALL
FROM filosofi_official;

CREATE TABLE income AS
WITH judged AS (
  SELECT u.unit, u.code, f.median, f.poverty,
         f.code IS NULL
           -- Medians of merged communes were averaged by the carrier, which is not a median: they are dropped.
           OR EXISTS (FROM changed c WHERE c.day = '2023-01-01' AND c.code = u.code)
           OR u.departement IN ('971', '973', '976') OR u.zone = 'com'
           OR coalesce(u.population, 0) = 0
           OR (u.code IN (SELECT parent FROM units WHERE parent IS NOT NULL) AND f.median IS NULL) AS uncovered
  FROM units u LEFT JOIN filosofi f USING (code)
)
SELECT code, 2021::SMALLINT AS year,
       CASE WHEN NOT uncovered THEN median END AS median_income,
       CASE WHEN uncovered THEN 'missing' WHEN median IS NULL THEN 'secret' ELSE 'value' END AS median_status,
       CASE WHEN NOT uncovered THEN poverty END AS poverty_rate,
       CASE WHEN uncovered THEN 'missing' WHEN poverty IS NULL THEN 'secret' ELSE 'value' END AS poverty_status
FROM judged
ORDER BY unit;
