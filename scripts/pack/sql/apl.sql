-- Purpose: the official APL on COG 2026, one row per commune or arrondissement and published series.
-- In: units, passage, changed, apl_official, apl_published, apl_weights, terribot_apl
-- Out: apl (value in consultations per year and standardised inhabitant for gp, FTE per 100,000 standardised inhabitants
--      for the others; populations in inhabitants)
-- Merged communes take the mean of their parts weighted by standardised population. No standardised GP population is
-- published by part: that of dentists, the nearest in age structure (its ratio to the GP one varies by 4 %), stands in.
CREATE TABLE apl_moved AS
WITH weighted AS (
  SELECT a.*, coalesce(a.standardised, d.standardised) AS weight
  FROM apl_published a
  LEFT JOIN apl_published d ON d.code = a.code AND d.year = a.year AND d.profession = 'dentist'
)
SELECT p.new_code AS code, w.profession, w.year, w.ages,
       CASE WHEN count(w.value) = 1 THEN max(w.value)
            ELSE round(sum(w.value * w.weight) / nullif(sum(w.weight) FILTER (WHERE w.value IS NOT NULL), 0), 6) END AS value,
       sum(w.standardised) AS standardised, sum(w.total) AS total, any_value(w.source) AS source
FROM weighted w JOIN passage p ON p.day = w.day AND p.old_code = w.code AND p.keeper
GROUP BY ALL;

-- The other carrier added or averaged the values of merged communes: only communes whose land never changed are taken.
INSERT INTO apl_moved
SELECT t.code, s.profession, s.year, s.ages, s.value, NULL, NULL, 'apl-terribot'
FROM terribot_apl t, LATERAL (VALUES
  ('gp', 2015, 'all', t.apl_gen_2015, '2015-01-01'), ('gp', 2022, 'all', t.apl_gen, '2023-01-01'),
  ('gp', 2022, 'le65', t.apl_65, '2023-01-01'), ('gp', 2022, 'le62', t.apl_62, '2023-01-01'),
  ('nurse', 2022, 'all', t.apl_inf, '2023-01-01'), ('physio', 2022, 'all', t.apl_mk, '2023-01-01'),
  ('midwife', 2022, 'all', t.apl_sf, '2023-01-01'), ('dentist', 2022, 'all', t.apl_dent, '2023-01-01')
) s(profession, year, ages, value, day)
WHERE NOT EXISTS (FROM changed c WHERE c.day = s.day AND c.code = t.code)
  AND NOT EXISTS (FROM apl_official o WHERE o.profession = s.profession AND o.year = s.year)
  AND NOT EXISTS (FROM apl_moved m WHERE m.code = t.code AND m.profession = s.profession AND m.year = s.year AND m.ages = s.ages);

CREATE TABLE series AS
SELECT * FROM (VALUES
  ('gp', 2015::SMALLINT, 'all'), ('gp', 2022, 'all'), ('gp', 2022, 'le65'), ('gp', 2022, 'le62'), ('gp', 2023, 'all'), ('gp', 2023, 'le65'),
  ('nurse', 2022, 'all'), ('nurse', 2023, 'all'), ('physio', 2022, 'all'), ('physio', 2023, 'all'),
  ('midwife', 2022, 'all'), ('midwife', 2023, 'all'), ('dentist', 2022, 'all'), ('dentist', 2023, 'all')) t(profession, year, ages);

CREATE TABLE apl AS
SELECT u.code, s.profession, s.year::SMALLINT AS year, s.ages, m.value,
       round(coalesce(m.standardised, CASE WHEN s.profession = 'gp' THEN w.standardised END), 3) AS population_standardised,
       coalesce(m.total, w.total) AS population_total,
       CASE WHEN m.value IS NULL THEN 'missing' ELSE 'value' END AS status,
       CASE WHEN m.value IS NOT NULL THEN m.source END AS source
FROM units u CROSS JOIN series s
LEFT JOIN apl_moved m ON m.code = u.code AND m.profession = s.profession AND m.year = s.year AND m.ages = s.ages
LEFT JOIN apl_weights w ON w.code = u.code
WHERE u.code NOT IN (SELECT parent FROM units WHERE parent IS NOT NULL)
ORDER BY s.profession, s.year, s.ages, u.unit;
