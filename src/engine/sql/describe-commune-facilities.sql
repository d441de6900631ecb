-- Purpose: health facilities counted in one commune (arrondissements folded into their city). Absent rows are zeros.
-- In: $1 commune code
-- Out: family, type, label_fr, label_en VARCHAR, count_2024 DOUBLE (places of practice), count_2018 DOUBLE (NULL: not counted then)
SELECT t.family, t.type, t.label_fr, t.label_en,
       coalesce(sum(f.count) FILTER (WHERE f.year = 2024), 0)::DOUBLE AS count_2024,
       CASE WHEN t.in_2018 THEN coalesce(sum(f.count) FILTER (WHERE f.year = 2018), 0)::DOUBLE END AS count_2018
FROM facility_types t
LEFT JOIN (
  SELECT f.* FROM facilities f JOIN communes c USING (code) WHERE c.code = $1 OR c.parent = $1
) f USING (type)
GROUP BY ALL
ORDER BY t.family, t.type
