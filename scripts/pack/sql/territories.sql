-- Purpose: the territories communes make, with the parent that holds most of their people.
-- In: communes, regions, departements, epci_members; variable zonings is not read again
-- Out: territories (population: municipal 2023, inhabitants; communes: count, arrondissements never counted)
CREATE TABLE territories AS
WITH town AS (SELECT * FROM communes WHERE kind = 'commune'),
majority AS (
  SELECT kind, code, arg_max(departement, (population, departement)) AS departement
  FROM (
    SELECT 'epci' AS kind, epci AS code, departement, sum(coalesce(population, 0)) AS population FROM town WHERE epci IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT 'bassin_de_vie', bassin_de_vie, departement, sum(coalesce(population, 0)) FROM town WHERE bassin_de_vie IS NOT NULL GROUP BY ALL
  ) GROUP BY ALL
),
named AS (
  SELECT 'country' AS kind, 'fr' AS code, 'France' AS name, NULL AS parent_kind, NULL AS parent_code
  UNION ALL SELECT 'region', code, name, 'country', 'fr' FROM regions
  UNION ALL SELECT 'departement', code, name, CASE WHEN region IS NULL THEN 'country' ELSE 'region' END, coalesce(region, 'fr') FROM departements
  UNION ALL SELECT 'epci', m.code, any_value(e.name), 'departement', any_value(m.departement)
    FROM majority m JOIN epci_members e ON e.epci = m.code WHERE m.kind = 'epci' GROUP BY m.code
  UNION ALL SELECT 'bassin_de_vie', m.code, coalesce(t.name, any_of.name), 'departement', m.departement
    FROM majority m LEFT JOIN town t ON t.code = m.code
    LEFT JOIN passage p ON p.day = '2024-01-01' AND p.old_code = m.code AND p.keeper
    LEFT JOIN town any_of ON any_of.code = p.new_code
    WHERE m.kind = 'bassin_de_vie'
),
sums AS (
  SELECT 'country' AS kind, 'fr' AS code, sum(population) AS population, count(*) AS communes FROM town
  UNION ALL SELECT 'region', region, sum(population), count(*) FROM town WHERE region IS NOT NULL GROUP BY ALL
  UNION ALL SELECT 'departement', departement, sum(population), count(*) FROM town GROUP BY ALL
  UNION ALL SELECT 'epci', epci, sum(population), count(*) FROM town WHERE epci IS NOT NULL GROUP BY ALL
  UNION ALL SELECT 'bassin_de_vie', bassin_de_vie, sum(population), count(*) FROM town WHERE bassin_de_vie IS NOT NULL GROUP BY ALL
)
SELECT n.kind, n.code, n.name, n.parent_kind, n.parent_code, coalesce(s.population, 0)::INTEGER AS population, coalesce(s.communes, 0)::INTEGER AS communes
FROM named n LEFT JOIN sums s USING (kind, code)
ORDER BY list_position(['country', 'region', 'departement', 'epci', 'bassin_de_vie'], n.kind), n.code;
