-- Purpose: every commune and municipal arrondissement, in unit order.
-- In: –
-- Out: unit DOUBLE (row number), code, name, kind, parent (city of an arrondissement), departement, region, epci VARCHAR,
--      population DOUBLE (inhabitants, municipal population 2022, else the one of COG 2026)
SELECT unit::DOUBLE AS unit, code, name, kind, parent, departement, region, epci,
       coalesce(population_2022, population)::DOUBLE AS population
FROM communes
ORDER BY unit
