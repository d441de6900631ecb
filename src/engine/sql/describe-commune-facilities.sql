-- Purpose: health facilities counted in one commune (arrondissements folded into their city). Absent rows are zeros.
-- In: $1 commune code
-- Out: family, type, label_fr, label_en VARCHAR, count_2024 DOUBLE (places of practice), count_2018 DOUBLE (NULL: not counted then)
WITH counted AS (
  SELECT f.type, f.year, f.count
  FROM facilities f JOIN communes c USING (code)
  WHERE c.code = $1 OR c.parent = $1
), totals AS (
  SELECT type,
         coalesce(sum(count) FILTER (WHERE year = 2024), 0)::DOUBLE AS in_2024,
         coalesce(sum(count) FILTER (WHERE year = 2018), 0)::DOUBLE AS in_2018
  FROM counted
  GROUP BY type
)
SELECT t.family, t.type, t.label_fr, t.label_en,
       coalesce(n.in_2024, 0)::DOUBLE AS count_2024,
       (CASE WHEN t.in_2018 THEN coalesce(n.in_2018, 0) END)::DOUBLE AS count_2018
FROM facility_types t LEFT JOIN totals n USING (type)
ORDER BY t.family, t.type
