-- Purpose: what one may want to reach, counted in every commune with a point; arrondissements folded into their city.
--          France Services: fixed and multi-site counters, not buses nor itinerant ones.
-- In: –
-- Out: unit DOUBLE (row number), area DOUBLE (km²), gp, nurse, physio, midwife, dentist DOUBLE (places of practice 2024),
--      pharmacy, emergency DOUBLE (facilities 2024), france_services DOUBLE (counters)
WITH counted AS (
  SELECT coalesce(c.parent, c.code) AS code,
         sum(f.count) FILTER (WHERE f.type = 'D265') AS gp,
         sum(f.count) FILTER (WHERE f.type = 'D281') AS nurse,
         sum(f.count) FILTER (WHERE f.type = 'D279') AS physio,
         sum(f.count) FILTER (WHERE f.type = 'D278') AS midwife,
         sum(f.count) FILTER (WHERE f.type = 'D277') AS dentist,
         sum(f.count) FILTER (WHERE f.type = 'D307') AS pharmacy,
         sum(f.count) FILTER (WHERE f.type = 'D106') AS emergency
  FROM facilities f JOIN communes c USING (code)
  WHERE f.year = 2024
  GROUP BY ALL
), counters AS (
  SELECT coalesce(c.parent, c.code) AS code, count(*) AS counters
  FROM france_services s JOIN communes c USING (code)
  WHERE s.format NOT IN ('Bus_équivalent', 'Itinérante')
  GROUP BY ALL
)
SELECT c.unit::DOUBLE AS unit, c.area_km2::DOUBLE AS area,
       coalesce(n.gp, 0)::DOUBLE AS gp, coalesce(n.nurse, 0)::DOUBLE AS nurse, coalesce(n.physio, 0)::DOUBLE AS physio,
       coalesce(n.midwife, 0)::DOUBLE AS midwife, coalesce(n.dentist, 0)::DOUBLE AS dentist,
       coalesce(n.pharmacy, 0)::DOUBLE AS pharmacy, coalesce(n.emergency, 0)::DOUBLE AS emergency,
       coalesce(s.counters, 0)::DOUBLE AS france_services
FROM communes c LEFT JOIN counted n USING (code) LEFT JOIN counters s USING (code)
WHERE c.kind = 'commune' AND c.lon IS NOT NULL
ORDER BY c.unit
