-- Purpose: France Services points on COG 2026, without any contact data.
-- In: passage, units; variable france_services (CSV, quoted line breaks)
-- Out: france_services (lon, lat in WGS84 degrees)
CREATE TABLE france_services AS
SELECT f.id_fs::INTEGER AS id, f.lib_fs AS name, f.longitude::DOUBLE AS lon, f.latitude::DOUBLE AS lat,
       p.new_code AS code, f.type_fs AS type, f.format_fs AS format, DATE '2024-08-01' AS vintage
FROM read_csv(getvariable('france_services'), all_varchar = true, header = true, delim = ',') f
LEFT JOIN passage p ON p.day = '2024-01-01' AND p.old_code = f.insee_com AND p.keeper
ORDER BY id;
