-- Purpose: the units of the pack: communes of COG 2026 sorted by code, then municipal arrondissements.
-- In: variables cog_communes, cog_epci, cog_departements, cog_regions (JSON of @etalab/decoupage-administratif 6.0.0)
-- Out: cog (every current, delegated or associated commune), units (unit, code, kind, parent …), regions, departements, epcis
CREATE TABLE cog AS
SELECT * FROM read_json(getvariable('cog_communes'), format = 'array', maximum_object_size = 20000000, columns = {
  code: 'VARCHAR', nom: 'VARCHAR', type: 'VARCHAR', zone: 'VARCHAR', departement: 'VARCHAR', region: 'VARCHAR',
  commune: 'VARCHAR', chefLieu: 'VARCHAR', anciensCodes: 'VARCHAR[]', codesPostaux: 'VARCHAR[]', population: 'INTEGER'});

CREATE TABLE regions AS
SELECT code, nom AS name FROM read_json(getvariable('cog_regions'), format = 'array', columns = {code: 'VARCHAR', nom: 'VARCHAR', zone: 'VARCHAR'})
WHERE zone IN ('metro', 'drom');

CREATE TABLE departements AS
SELECT code, nom AS name, zone, CASE WHEN zone <> 'com' THEN region END AS region
FROM read_json(getvariable('cog_departements'), format = 'array', columns = {code: 'VARCHAR', nom: 'VARCHAR', region: 'VARCHAR', zone: 'VARCHAR'});

CREATE TABLE epci_members AS
SELECT e.code AS epci, e.nom AS name, unnest(e.membres).code AS commune
FROM read_json(getvariable('cog_epci'), format = 'array', maximum_object_size = 20000000,
  columns = {code: 'VARCHAR', nom: 'VARCHAR', membres: 'STRUCT(code VARCHAR)[]'}) e;

CREATE TABLE units AS
SELECT (row_number() OVER (ORDER BY type = 'arrondissement-municipal', code) - 1)::USMALLINT AS unit,
       code, nom AS name,
       CASE type WHEN 'commune-actuelle' THEN 'commune' ELSE 'arrondissement' END AS kind,
       commune AS parent, departement, CASE WHEN zone <> 'com' THEN region END AS region, zone,
       population, list_sort(coalesce(codesPostaux, [])) AS postcodes, coalesce(anciensCodes, []) AS former
FROM cog
WHERE type IN ('commune-actuelle', 'arrondissement-municipal');
