-- Purpose: health facilities per commune of COG 2026 in two vintages of the BPE, on the type codes of 2024.
-- In: units, passage, bpe_published (day, code, year, type, count of places of practice), facility_types
-- Out: facilities (count ≥ 1; no row where the type is counted in that year means zero)
CREATE TABLE facilities AS
SELECT p.new_code AS code, t.type, b.year::SMALLINT AS year, sum(b.count)::INTEGER AS count
FROM bpe_published b
JOIN facility_types t ON (b.year = 2024 AND t.type = b.type) OR (b.year = 2018 AND list_contains(t.types_2018, b.type))
JOIN passage p ON p.day = b.day AND p.old_code = b.code AND p.keeper
GROUP BY ALL
HAVING sum(b.count) > 0
ORDER BY year, type, p.new_code;
