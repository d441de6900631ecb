import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readMovements } from "../../../scripts/pack/cog-movements.ts";
import { readAplWorkbook } from "../../../scripts/pack/official-apl.ts";
import { readBpe } from "../../../scripts/pack/official-bpe.ts";
import { readCog } from "../../../scripts/pack/official-cog.ts";
import { readFilosofi } from "../../../scripts/pack/official-filosofi.ts";
import { failureOf } from "./failure-of.ts";
import { isPresent, SAMPLES } from "./shared-sources.ts";
import { type Cell, makeWorkbook } from "./tiny-workbook.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const NOTES: readonly (readonly Cell[])[] = Array.from({ length: 8 }, (_, i) => [`Note ${i + 1}`]);
const GP_HEADER = [
  "Code commune INSEE",
  "Commune",
  "APL aux médecins généralistes",
  "APL aux médecins généralistes de 65 ans et moins ",
  "APL aux médecins généralistes de 62 ans et moins ",
  "Population standardisée 2021 pour la médecine générale",
  "Population totale 2021",
];

describe("APL workbook of DREES", () => {
  const sheet = (...rows: readonly (readonly Cell[])[]) =>
    makeWorkbook({
      "Lisez-moi": [["…"]],
      "APL 2023": [...NOTES, GP_HEADER, [null, null, "En nombre de consultations"], ...rows],
    });

  test("one row per commune and age limit, arrondissements and Corsica included, footer left out", async () => {
    const rows = await readAplWorkbook(
      "gp.xlsx",
      sheet(
        ["35360", "Vitré", 3.488, 3.305, null, 18000, 18603],
        ["2A004", "Ajaccio", 4.03, 3.246, 2.977, 74725.4, 72647],
        ["75101", "Paris 1er", 6.545, 5.337, null, null, null],
        ["Lecture > …"],
        ["Source : DREES"],
      ),
    );
    expect(rows.map((r) => `${r.code} ${r.ages} ${r.value}`)).toEqual([
      "35360 all 3.488",
      "35360 le65 3.305",
      "2A004 all 4.03",
      "2A004 le65 3.246",
      "2A004 le62 2.977",
      "75101 all 6.545",
      "75101 le65 5.337",
    ]);
    expect(rows[0]).toMatchObject({ profession: "gp", year: 2023, standardised: 18000, total: 18603 });
    expect(rows[5]).toMatchObject({ standardised: null, total: null });
  });

  test("the profession is read in the header; a population is never taken for a value", async () => {
    const header = [
      "Code commune INSEE",
      "Commune",
      "APL aux sages-femmes",
      "Population standardisée 2021",
      "Population féminine",
    ];
    const rows = await readAplWorkbook(
      "sf.xlsx",
      makeWorkbook({ APL_2023: [header, [null], ["35360", "Vitré", 19.4, 9000, 9500]] }),
    );
    expect(rows).toEqual([
      { code: "35360", profession: "midwife", year: 2023, ages: "all", value: 19.4, standardised: 9000, total: null },
    ]);
  });

  test("faults name sheet, row and column", async () => {
    const text = await failureOf(() => readAplWorkbook("gp.xlsx", sheet(["35360", "Vitré", "n.d.", 3.3, null, 1, 1])));
    expect(text.params).toMatchObject({
      file: "gp.xlsx, sheet APL 2023",
      row: 11,
      column: "apl aux medecins generalistes",
    });
    const number = await failureOf(() =>
      readAplWorkbook("gp.xlsx", sheet(["35360", "V", 1, 1, 1, 1, 1], ["1001", "Sans zéro", 1, 1, 1, 1, 1])),
    );
    expect(number.params).toMatchObject({ row: 12, value: "1001" });
    const header = await failureOf(() => readAplWorkbook("gp.xlsx", makeWorkbook({ "APL 2023": [["rien"]] })));
    expect(header.params.problem).toContain("Code commune INSEE");
    expect((await failureOf(() => readAplWorkbook("gp.xlsx", makeWorkbook({ x: [["rien"]] })))).params.file).toBe(
      "gp.xlsx",
    );
  });
});

describe("BPE of INSEE", () => {
  const header =
    "GEO;GEO_OBJECT;FACILITY_DOM;FACILITY_SDOM;FACILITY_TYPE;BPE_MEASURE;UNIT_MEASURE;OBS_STATUS;UNIT_MULT;TIME_PERIOD;OBS_VALUE";

  test("totals by domain and by territory are never counted with the types", () => {
    const text = `${header}
35360;COM;D;D2;D265;FACILITIES;;;;2024;25
35360;COM;D;_T;_T;FACILITIES;;;;2024;177
35360;COM;A;A1;A101;FACILITIES;;;;2024;1
35;DEP;D;D2;D265;FACILITIES;;;;2024;1030
75101;ARM;D;D2;D265;FACILITIES;;;;2024;40
`;
    expect(readBpe("b.csv", bytes(text))).toEqual([
      { code: "35360", year: 2024, type: "D265", count: 25 },
      { code: "75101", year: 2024, type: "D265", count: 40 },
    ]);
  });

  test("the older file counts by IRIS: they are added up by commune", () => {
    const text =
      "REG;DEP;DEPCOM;DCIRIS;AN;TYPEQU;NB_EQUIP\n84;01;01004;01004_0101;2018;D201;4\n84;01;01004;01004_0102;2018;D201;3\n";
    expect(readBpe("b.csv", bytes(text))).toEqual([{ code: "01004", year: 2018, type: "D201", count: 7 }]);
  });

  test("faults name row and column", async () => {
    const text = `${header}\n35360;COM;D;D2;D265;FACILITIES;;;;2024;deux\n`;
    expect((await failureOf(() => readBpe("b.csv", bytes(text)))).params).toMatchObject({
      row: 2,
      column: "OBS_VALUE",
      value: "deux",
    });
    const code = `${header}\n1004;COM;D;D2;D265;FACILITIES;;;;2024;2\n`;
    expect((await failureOf(() => readBpe("b.csv", bytes(code)))).params).toMatchObject({
      row: 2,
      column: "GEO",
      value: "1004",
    });
  });
});

test("Filosofi: a blank is not a zero, in the wide file and in the long one", () => {
  const wide = "CODGEO;LIBGEO;MED21;TP6021\n01001;a;22679;\n01004;b;19721;17\n";
  expect(readFilosofi("f.csv", bytes(wide))).toEqual([
    { code: "01001", median: 22679, poverty: null },
    { code: "01004", median: 19721, poverty: 17 },
  ]);
  const long =
    "GEO;GEO_OBJECT;FILOSOFI_MEASURE;CONF_STATUS;OBS_VALUE\n01001;COM;MED_SL;F;22679\n01001;COM;PR_MD60;C;\n35;DEP;MED_SL;F;1\n01001;COM;D1_SL;F;9\n";
  expect(readFilosofi("f.csv", bytes(long))).toEqual([{ code: "01001", median: 22679, poverty: null }]);
});

test("COG: a delegated commune bearing the same code is not a commune", () => {
  const text =
    "TYPECOM,COM,LIBELLE,COMPARENT\nCOM,49126,Orée d'Anjou,\nCOMD,49126,Drain,49126\nARM,75101,Paris 1er Arrondissement,75056\n";
  expect(readCog("c.csv", bytes(text))).toEqual([
    { code: "49126", name: "Orée d'Anjou", kind: "commune", parent: null },
    { code: "75101", name: "Paris 1er Arrondissement", kind: "arrondissement", parent: "75056" },
  ]);
});

describe.skipIf(!isPresent(SAMPLES))("samples of the real layouts", () => {
  const sample = (path: string) => readFileSync(join(SAMPLES, path));

  test("APL workbooks: header on row 9, data from 11, one sheet per year", async () => {
    const gp = await readAplWorkbook("gp.xlsx", sample("apl/apl_medecins_generalistes_extrait.xlsx"));
    const find = (code: string, year: number, ages: string) =>
      gp.find((r) => r.code === code && r.year === year && r.ages === ages)?.value;
    expect(find("35238", 2023, "all")).toBe(4.761);
    expect(find("35238", 2023, "le65")).toBe(4.452);
    expect(find("35360", 2022, "all")).toBe(3.701);
    expect(find("75101", 2023, "all")).toBe(6.545);
    const nurse = await readAplWorkbook("nurse.xlsx", sample("apl/apl_infirmieres_extrait.xlsx"));
    expect(nurse.find((r) => r.code === "35360")).toMatchObject({
      profession: "nurse",
      value: 99.624,
      standardised: 21220.637,
    });
  });

  test("BPE 2024 and 2018, COG list and movements", () => {
    const bpe = readBpe("b.csv", sample("bpe/DS_BPE_2024_data_RESHAPED.csv"));
    expect(bpe.find((r) => r.code === "01004" && r.type === "D277")?.count).toBe(15);
    expect(bpe.some((r) => r.type === "_T")).toBe(false);
    expect(readBpe("b.csv", sample("bpe/bpe18_ensemble_extrait.csv")).every((r) => r.type.startsWith("D"))).toBe(true);
    expect(readCog("c.csv", sample("cog/v_commune_2026_extrait.csv")).some((r) => r.code === "75056")).toBe(true);
    expect(
      readMovements("m.csv", sample("cog/v_mvt_commune_2026_extrait.csv")).some(
        (m) => m.from === "49069" && m.to === "49126",
      ),
    ).toBe(true);
    expect(readFilosofi("f.csv", sample("filosofi/filosofi_com_2016_extrait.csv"))[2]).toEqual({
      code: "01004",
      median: 19721,
      poverty: 17,
    });
  });
});
