-- Purpose: the commune reference on COG 2026.
-- In: units, cog, epci_members, passage, movements; variables commune_points, population (Parquet), zonings (CSV)
-- Out: communes (contract table; populations in inhabitants, area in km², lon and lat in WGS84 degrees)
-- Ids of this carrier lost their leading zero and share a table with EPCI, D…, R… and FR rows: filter first, then pad.
CREATE TABLE census AS
SELECT lpad(id, 5, '0') AS code, nullif(pmun2022, 0)::DOUBLE AS population, nullif(sup, 0)::DOUBLE AS area
FROM read_parquet(getvariable('population'))
WHERE length(id) <= 5 AND comp1 IS NOT NULL;

-- Communes split since 2023: the carrier gives the whole to the commune that kept the code and nothing to the others.
CREATE TABLE split_since_2023 AS
SELECT DISTINCT p.old_code AS old_code, p.new_code AS code FROM passage p WHERE p.day = '2023-01-01' AND p.parts > 1;

-- Shares by municipal population 2023, rounded by largest remainder so that each former commune keeps its total.
CREATE TABLE split_population AS
WITH shared AS (
  SELECT s.code, s.old_code, c.population * u.population / sum(u.population) OVER (PARTITION BY s.old_code) AS exact, c.population AS total
  FROM split_since_2023 s JOIN units u USING (code) JOIN census c ON c.code = s.old_code
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY old_code ORDER BY exact - floor(exact) DESC, code) AS rank,
         total - sum(floor(exact)) OVER (PARTITION BY old_code) AS rest
  FROM shared
)
SELECT code, (floor(exact) + (rank <= rest)::INTEGER)::INTEGER AS population FROM ranked;

CREATE TABLE zoning AS
WITH source AS (
  SELECT CODGEO AS old_code, BV2022, UU2020, AAV2020
  FROM read_csv(getvariable('zonings'), all_varchar = true, nullstr = '') WHERE CODGEO <> 'NA'
)
SELECT p.new_code AS code,
       arg_max(BV2022, coalesce(u.population, 0) + (p.old_code = p.new_code)::INTEGER * 1e9) AS bassin_de_vie,
       arg_max(UU2020, coalesce(u.population, 0) + (p.old_code = p.new_code)::INTEGER * 1e9) AS urban_unit,
       arg_max(AAV2020, coalesce(u.population, 0) + (p.old_code = p.new_code)::INTEGER * 1e9) AS aav
FROM source s JOIN passage p ON p.day = '2024-01-01' AND p.old_code = s.old_code
LEFT JOIN units u ON u.code = s.old_code
GROUP BY ALL;

CREATE TABLE former AS
WITH codes AS (
  SELECT code, unnest(former) AS old FROM units
  UNION SELECT chefLieu, code FROM cog WHERE chefLieu IS NOT NULL AND chefLieu <> code
), names AS (
  SELECT chefLieu AS code, nom AS name FROM cog WHERE chefLieu IS NOT NULL
  UNION SELECT c.code, m.from_name FROM codes c JOIN movements m ON m.from_code = c.old
  UNION SELECT to_code, from_name FROM movements WHERE from_code = to_code
)
SELECT u.code,
       (SELECT coalesce(list_sort(list(DISTINCT old)), []) FROM codes c WHERE c.code = u.code AND c.old <> u.code) AS former_codes,
       (SELECT coalesce(list_sort(list(DISTINCT n.name)), []) FROM names n WHERE n.code = u.code AND n.name <> u.name) AS former_names
FROM units u;

CREATE TABLE communes AS
WITH cities AS (
  SELECT a.parent AS code, sum(s.population) AS population, sum(s.area) AS area
  FROM units a JOIN census s USING (code) WHERE a.parent IS NOT NULL GROUP BY ALL
)
SELECT u.unit, u.code, u.name, u.kind, u.parent, u.departement, u.region,
       CASE WHEN u.kind = 'commune' THEN e.epci ELSE ce.epci END AS epci,
       coalesce(z.bassin_de_vie, cz.bassin_de_vie) AS bassin_de_vie, u.zone, u.population,
       coalesce(sp.population, s.population, c.population)::INTEGER AS population_2022,
       p.longitude AS lon, p.latitude AS lat,
       CASE WHEN p.latitude IS NOT NULL THEN 'geometric' END AS point_kind,
       round(CASE WHEN sp.code IS NULL THEN coalesce(s.area, c.area) END, 2)::DOUBLE AS area_km2,
       coalesce(z.urban_unit, cz.urban_unit) AS urban_unit, coalesce(z.aav, cz.aav) AS aav,
       CASE coalesce(z.aav, cz.aav) WHEN '000' THEN 'outside' ELSE CASE WHEN coalesce(z.aav, cz.aav) IS NOT NULL THEN 'inside' END END AS aav_category,
       u.postcodes, f.former_codes, f.former_names
FROM units u
LEFT JOIN epci_members e ON e.commune = u.code
LEFT JOIN epci_members ce ON ce.commune = u.parent
LEFT JOIN census s ON s.code = u.code
LEFT JOIN cities c ON c.code = u.code
LEFT JOIN split_population sp ON sp.code = u.code
LEFT JOIN zoning z ON z.code = u.code
LEFT JOIN zoning cz ON cz.code = u.parent
LEFT JOIN former f ON f.code = u.code
LEFT JOIN read_parquet(getvariable('commune_points')) p ON p.code_insee = u.code
ORDER BY u.unit;
