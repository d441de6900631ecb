import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/core/scenario/document.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { getNumbers, getTexts } from "../../src/engine/ports.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { QUIET } from "../engine/scenario-world.ts";

const FILE = `{
  "format": "oasis-scenario", "version": 1, "title": "Redon", "territory": "dep:35",
  "series": {"profession": "gp", "year": 2023, "ages": "all"}, "threshold": null, "model": null,
  "changes": [{"id": "c1", "kind": "open-centre", "centre": "Maison", "commune": "35236",
               "to": {"staff": [{"profession": "gp", "fte": 3}], "days": 5}}],
  "computed": null}`;

/**
 * The same written out in SQL and nothing else: 3 full-time equivalents of 5,400 consultations, minutes 1.5306·km^0.9016 between
 * points, steps 1, 0.3, 0.1 at 10, 15 and 20 minutes, demand standardised.
 */
const IN_SQL = `
  WITH counters AS (
    SELECT c.code, avg(s.lon) AS lon, avg(s.lat) AS lat FROM france_services s JOIN communes c USING (code)
    WHERE s.format LIKE 'Fixe%' AND c.kind = 'commune' AND abs(s.lon - c.lon) < 0.15 AND abs(s.lat - c.lat) < 0.1
    GROUP BY ALL
  ), points AS (
    SELECT c.code, c.departement, radians(coalesce(s.lon, c.lon)) AS lon, radians(coalesce(s.lat, c.lat)) AS lat,
           a.value, coalesce(a.population_standardised, c.population_2022) AS demand
    FROM communes c LEFT JOIN counters s USING (code)
    LEFT JOIN apl a ON a.code = c.code AND a.profession = 'gp' AND a.year = 2023 AND a.ages = 'all'
    WHERE c.kind = 'commune' AND c.lon IS NOT NULL
  ), kilometres AS (
    SELECT p.*, 2 * 6371.0088 * asin(sqrt(sin((p.lat - r.lat) / 2) ** 2
             + cos(p.lat) * cos(r.lat) * sin((p.lon - r.lon) / 2) ** 2)) AS km
    FROM points p, points r WHERE r.code = '35236'
  ), weighed AS (
    SELECT *, 1.5306 * km ** 0.9016 AS minutes,
           CASE WHEN minutes <= 10 THEN 1 WHEN minutes <= 15 THEN 0.3 WHEN minutes <= 20 THEN 0.1 ELSE 0 END AS weight
    FROM kilometres
  )
  SELECT code, (value + weight * 3 * 5400 / (SELECT sum(weight * demand) FROM weighed))::DOUBLE AS after
  FROM weighed WHERE departement = '35' ORDER BY code`;

describe("three doctors in Redon", () => {
  it("every commune as written out in SQL; people under 2.5 go from 120,554 to 114,781", async () => {
    const db = await openNodePack("data");
    const question = { scenario: parseScenario(FILE, "redon.json"), baseline: "official" } as const;
    const { codes, after, figures } = await createEngine(db).applyScenario(question, QUIET);
    const rows = await db.query(IN_SQL);
    const wanted = new Map(getTexts(rows, "code").map((code, row) => [code, getNumbers(rows, "after")[row]]));
    expect(codes.length).toBe(wanted.size);
    codes.forEach((code, i) => {
      const value = wanted.get(code) ?? Number.NaN;
      if (Number.isNaN(value)) expect(after[i]).toBeNaN();
      else expect(Math.abs(after[i] - value)).toBeLessThan(1e-9);
    });
    expect([figures.before.peopleUnder, figures.after.peopleUnder]).toEqual([120_554, 114_781]);
  });
});
