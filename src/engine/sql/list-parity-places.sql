-- Purpose: communes with a point, their health supply and what the parity study groups them by; arrondissements folded into
--          their city. The point is the mean of the fixed France Services counters where there are any (they stand in the
--          village), else the geometric centre.
-- In: $1 facility type (BPE)
-- Out: unit DOUBLE (row number), lon, lat DOUBLE (degrees), counter DOUBLE (1: the point is a counter), area DOUBLE (km²),
--      places DOUBLE (places of practice 2024), urban_unit, block VARCHAR (bassin de vie, else the commune)
WITH counted AS (
  SELECT coalesce(c.parent, c.code) AS code, sum(f.count) AS places
  FROM facilities f JOIN communes c USING (code)
  WHERE f.type = $1 AND f.year = 2024
  GROUP BY ALL
), counters AS (
  SELECT c.code, avg(s.lon) AS lon, avg(s.lat) AS lat
  FROM france_services s JOIN communes c USING (code)
  WHERE s.format LIKE 'Fixe%' AND c.kind = 'commune' AND abs(s.lon - c.lon) < 0.15 AND abs(s.lat - c.lat) < 0.1
  GROUP BY ALL
)
SELECT c.unit::DOUBLE AS unit, coalesce(s.lon, c.lon)::DOUBLE AS lon, coalesce(s.lat, c.lat)::DOUBLE AS lat,
       (s.code IS NOT NULL)::INTEGER::DOUBLE AS counter, c.area_km2::DOUBLE AS area,
       coalesce(n.places, 0)::DOUBLE AS places, c.urban_unit, coalesce(c.bassin_de_vie, c.code) AS block
FROM communes c LEFT JOIN counted n USING (code) LEFT JOIN counters s USING (code)
WHERE c.kind = 'commune' AND c.lon IS NOT NULL
ORDER BY c.unit
