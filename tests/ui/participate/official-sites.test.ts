import { expect, test } from "vitest";
import { fr } from "../../../src/i18n/fr.ts";
import { OFFICIAL_SITES } from "../../../src/ui/participate/rights/official-sites.ts";

const { contacts, care, democracy, data } = fr.rights;
const ITEMS = new Set([contacts, care, democracy, data].flatMap(({ items }) => Object.keys(items)));

test.each(Object.entries(OFFICIAL_SITES))(
  "%s: a front page over https, named by its host, beside an item",
  (id, { name, url }) => {
    const { protocol, host, pathname, search } = new URL(url);
    expect({ protocol, host, pathname, search }).toEqual({
      protocol: "https:",
      host: `www.${name}`,
      pathname: "/",
      search: "",
    });
    expect(ITEMS.has(id)).toBe(true);
  },
);

test("no other address or telephone number stands in the texts but those of emergencies", () => {
  const texts = JSON.stringify(fr.rights);
  expect(texts).not.toMatch(/https?:|www\.|@/);
  const numbers = texts.match(/\b(?:1[0-9]{1,2}|0[1-9](?:[\s.]?\d\d){4}|\d{4})\b(?=[^%])/gu) ?? [];
  const allowed = new Set([
    "15",
    "112",
    "114",
    "116",
    "117",
    "11",
    "16",
    "17",
    "1110",
    "1112",
    "2002",
    "2009",
    "2016",
    "2026",
  ]);
  expect(numbers.filter((number) => !allowed.has(number))).toEqual([]);
});
