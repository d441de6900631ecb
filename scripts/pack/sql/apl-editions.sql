-- Purpose: the two carriers of the APL in one intermediate shape, on the codes of their own day.
-- In: variables apl_mediacces, apl_terribot (Parquet); apl_official (rows of the producer's workbooks, may be empty)
-- Out: apl_published (day of the codes, code, profession, year, ages, value, standardised and total inhabitants, source)
--      apl_weights (code of today, standardised GP population and municipal population 2020 of the 2022 edition)
--      terribot_apl (rows of that carrier on COG 2025 codes)
CREATE TABLE apl_published (
  day VARCHAR, code VARCHAR, profession VARCHAR, year SMALLINT, ages VARCHAR, value DOUBLE, standardised DOUBLE, total DOUBLE,
  source VARCHAR);

INSERT INTO apl_published
WITH named AS (
  SELECT *, CASE profession WHEN 'medecin_generaliste' THEN 'gp' WHEN 'infirmiere' THEN 'nurse' WHEN 'infirmier' THEN 'nurse'
                            WHEN 'kinesitherapeute' THEN 'physio' WHEN 'sage_femme' THEN 'midwife' WHEN 'chirurgien_dentiste' THEN 'dentist' END AS trade
  FROM read_parquet(getvariable('apl_mediacces'))
)
SELECT CASE annee WHEN 2022 THEN '2023-01-01' ELSE '2024-01-01' END, code_commune, trade, annee, ages, value, standardised, NULL, 'apl-mediacces'
FROM (
  -- Communes re-established after the population year have a value and a population of 0: unknown, not empty.
  -- For GPs the column called population_standardisee holds the APL of GPs up to 65: it is a value, never a weight.
  SELECT *, 'all' AS ages, score_apl AS value, CASE WHEN trade <> 'gp' THEN nullif(population_standardisee, 0) END AS standardised FROM named
  UNION ALL
  SELECT *, 'le65', population_standardisee, NULL FROM named WHERE trade = 'gp'
);

-- The producer's workbook, where somebody gave it, replaces both copies for its profession and year.
DELETE FROM apl_published p WHERE EXISTS (FROM apl_official o WHERE o.profession = p.profession AND o.year = p.year);
INSERT INTO apl_published FROM apl_official;

CREATE TABLE terribot_apl AS
SELECT lpad(id, 5, '0') AS code, * EXCLUDE (id, comp1, comp2, comp3)
FROM read_parquet(getvariable('apl_terribot'))
WHERE length(id) <= 5 AND comp1 IS NOT NULL
  -- This carrier writes 0 everywhere for communes it has no data for (Mayotte, re-coded and re-established communes, PLM).
  AND pop_be_s > 0;

CREATE TABLE apl_weights AS
SELECT code, round(pop_be_s, 3) AS standardised, pop_apl AS total FROM terribot_apl;
