-- Purpose: the two vintages of the BPE in one intermediate shape, on the codes of their own day.
-- In: facility_types, bpe_official (rows of the producer's files, may be empty); variables bpe_2024, bpe_2018 (Parquet)
-- Out: bpe_published (day of the codes, code, year, type of that year, count of places of practice)
CREATE TABLE bpe_published AS
-- The labels of this carrier are shifted by a change of codes: only the type each one really stands for is kept.
SELECT '2024-01-01' AS day, b.code_commune AS code, 2024 AS year, t.type, b.nombre::INTEGER AS count
FROM read_parquet(getvariable('bpe_2024')) b JOIN facility_types t ON t.carrier_label = b.type_equipement
WHERE NOT EXISTS (FROM bpe_official o WHERE o.year = 2024)
UNION ALL
SELECT '2018-01-01', DEPCOM, 2018, TYPEQU, sum(NB_EQUIP)::INTEGER
FROM read_parquet(getvariable('bpe_2018'))
WHERE NOT EXISTS (FROM bpe_official o WHERE o.year = 2018)
GROUP BY ALL
UNION ALL
FROM bpe_official;
