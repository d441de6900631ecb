import { expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { writeAccessCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "./world.ts";

test("full precision, quoted names, and an empty cell whose status says why", () => {
  const [name, text] = writeAccessCsv(readAnswer(sixCommunes(), DEFAULT_QUESTION), Uint32Array.of(1, 2, 5));
  expect(name).toBe("oasis-gp-2023-all-region-53.csv");
  expect(text.split("\n")).toEqual([
    "code,name,population,value,unit,vintage,status,source",
    "35002,Presque,200,2.4999,consultations/year/standardised inhabitant,2023,value,DREES APL",
    '35003,"Juste, ou pas",300,2.5,consultations/year/standardised inhabitant,2023,value,DREES APL',
    "35006,Inconnue,50,,consultations/year/standardised inhabitant,2023,missing,DREES APL",
    "",
  ]);
});
