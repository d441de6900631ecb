import { expect, it } from "vitest";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { writeShare } from "../../../src/ui/understand/write-share.ts";

it.each([
  [0, "0\u202f%"],
  [1122 / 3_373_835, "moins de 0,1\u202f%"],
  [0.0005, "0,1\u202f%"],
  [0.257, "25,7\u202f%"],
  [1, "100\u202f%"],
])("%d reads %s: what is not zero never reads as zero", (share, said) => {
  expect(writeShare(share, getFormats("fr"), fr)).toBe(said);
});
