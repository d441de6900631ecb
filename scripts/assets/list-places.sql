-- Purpose: what search and breadcrumb know of each commune and arrondissement, in unit order.
-- In: –
-- Out: code, name, parent, departement, epci VARCHAR, postcodes VARCHAR (space-separated),
--      former VARCHAR (`name` of former communes separated by `|`), population DOUBLE (inhabitants 2022), lon, lat DOUBLE (degrees)
SELECT c.code, c.name, c.parent, c.departement, coalesce(c.epci, city.epci) AS epci,
       coalesce(array_to_string(c.postcodes, ' '), '') AS postcodes,
       coalesce(array_to_string(c.former_names, '|'), '') AS former,
       coalesce(c.population_2022, c.population)::DOUBLE AS population, c.lon::DOUBLE AS lon, c.lat::DOUBLE AS lat
FROM communes c LEFT JOIN communes city ON city.code = c.parent
ORDER BY c.unit
