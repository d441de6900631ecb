-- Purpose: the living area of every unit, in unit order.
-- In: –
-- Out: unit DOUBLE (row number), bassin_de_vie VARCHAR (INSEE code of 2022; null where no zoning covers the unit)
SELECT unit::DOUBLE AS unit, bassin_de_vie
FROM communes
ORDER BY unit
