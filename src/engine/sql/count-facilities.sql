-- Purpose: every count of one commune somebody may correct; a city counts what its arrondissements have.
-- In: $1 commune code
-- Out: dataset VARCHAR, field VARCHAR (type of the BPE, or counters), count DOUBLE (places of practice or facilities 2024, counters;
--      France Services without buses nor itinerant ones); no row for a code that is no commune
WITH own AS (
  SELECT code FROM communes WHERE code = $1 OR parent = $1
), counted AS (
  SELECT type, sum(count) AS count
  FROM facilities
  WHERE year = 2024 AND code IN (SELECT code FROM own)
  GROUP BY type
)
SELECT 'facilities' AS dataset, t.type AS field, coalesce(n.count, 0)::DOUBLE AS count
FROM facility_types t LEFT JOIN counted n USING (type)
WHERE EXISTS (FROM own)
UNION ALL
SELECT 'france-services', 'counters', count(*)::DOUBLE
FROM france_services s
WHERE s.code IN (SELECT code FROM own) AND s.format NOT IN ('Bus_équivalent', 'Itinérante')
HAVING EXISTS (FROM own)
ORDER BY dataset, field
