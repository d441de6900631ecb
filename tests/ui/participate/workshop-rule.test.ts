import { expect, it } from "vitest";
import { readPlaces } from "../../../src/app/places.ts";
import { readReportSheet } from "../../../src/core/participation/reports-csv.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { workshopRule } from "../../../src/ui/participate/report/workshop-rule.ts";

const zero = [0, 0, 0, 0] as const;
/** Two communes of one name, a village of 500 in a group of communes, a town alone under its postcode. */
const places = readPlaces({
  codes: ["35001", "56001", "35002", "35360"],
  names: ["Saint-Martin", "Saint-Martin", "Petit-Bourg", "Vitré"],
  postcodes: ["35100", "56100", "35100", "35500"],
  former: ["", "", "", ""],
  epci: [-1, -1, 1, -1],
  departement: [0, 0, 0, 0],
  population: [3000, 2000, 500, 18000],
  bounds: new Array(16).fill(0),
  territories: [
    { kind: "departement", code: "35", name: "35", parent: -1, population: 1e6, bounds: zero },
    { kind: "epci", code: "243500001", name: "Groupe", parent: 0, population: 20_000, bounds: zero },
  ],
});
const rule = workshopRule("atelier.csv", "2026-11", places, fr);
const read = (...rows: readonly string[]) =>
  readReportSheet(["commune;difficulté;soignant;mois;délai", ...rows].join("\n"), rule);

it("reads communes by name, postcode or code, and the words of the paper form", () => {
  const gp = fr.professions.names.gp;
  const { reports, faults } = read(
    `Vitré;Délai trop long;${gp};10/2026;Quelques semaines`,
    `35500;Trop loin;${gp};2026-10;`,
    `petit bourg;Autre chose;${gp};2026-11;`,
  );
  expect(faults).toEqual([]);
  expect(reports.map(({ scope, isWidened, body }) => [scope, isWidened, body.kind, body.delay])).toEqual([
    ["com:35360", false, "delay", "weeks"],
    ["com:35360", false, "distance", undefined],
    ["epci:243500001", true, "other", undefined],
  ]);
});

it("does not guess between two communes", () => {
  const { reports, faults } = read(
    `Saint-Martin;Trop loin;${fr.professions.names.gp};2026-10;`,
    "35100;Trop loin;gp;2026-10;",
  );
  expect(reports).toEqual([]);
  expect(faults.map(({ line, column, problem }) => [line, column, problem])).toEqual([
    [2, "commune", "unknown"],
    [3, "commune", "unknown"],
  ]);
});
