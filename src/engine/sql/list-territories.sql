-- Purpose: names and parents of every country, region, département and EPCI.
-- In: –
-- Out: kind, code, name, parent_kind, parent_code VARCHAR, population DOUBLE (inhabitants), communes DOUBLE (count)
SELECT kind, code, name, parent_kind, parent_code, population::DOUBLE AS population, communes::DOUBLE AS communes
FROM territories
WHERE kind IN ('country', 'region', 'departement', 'epci')
ORDER BY kind, code
