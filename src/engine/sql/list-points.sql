-- Purpose: the geometric centre of every commune that has one; arrondissements and overseas collectivities have none.
-- In: –
-- Out: unit DOUBLE (row number), lon, lat DOUBLE (degrees)
SELECT unit::DOUBLE AS unit, lon::DOUBLE AS lon, lat::DOUBLE AS lat
FROM communes
WHERE kind = 'commune' AND lon IS NOT NULL AND region IS NOT NULL
ORDER BY unit
