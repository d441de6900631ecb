import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.ts";
import { fr } from "../../src/i18n/fr.ts";
import { setFrenchSpaces } from "../../src/i18n/typography.ts";

type Tree = { readonly [key: string]: unknown };

/** `search.none` and the like: the path of every text. Lists count as one text. */
function listKeys(tree: Tree, prefix = ""): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? listKeys(value as Tree, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function arities(tree: Tree, prefix = ""): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === "function") return [`${prefix}${key}/function`];
    if (Array.isArray(value)) return [`${prefix}${key}/${value.length}`];
    return typeof value === "object" && value !== null
      ? arities(value as Tree, `${prefix}${key}.`)
      : [`${prefix}${key}`];
  });
}

function readSources(root: string): string {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, name), "utf8"))
    .join("\n");
}

/** What the sources read: `a.b` for two names in a row, and the names of what they index. */
function readReads(source: string): { readonly pairs: ReadonlySet<string>; readonly indexed: ReadonlySet<string> } {
  const pairs = new Set<string>();
  for (const [, group, name] of source.matchAll(/\b(\w+)(?=\.(\w+))/g)) pairs.add(`${group}.${name}`);
  return { pairs, indexed: new Set(Array.from(source.matchAll(/\b(\w+)\[/g), ([, name]) => name)) };
}

/**
 * Whether a key is read: by a path that ends with its last two names (`legend.empty`), by its last name from an alias
 * (`words.empty`), or by indexing the group it is in (`names[profession]`).
 */
function isUsed(key: string, { pairs, indexed }: ReturnType<typeof readReads>): boolean {
  const parts = key.split(".");
  const [group, name] = [parts.at(-2) ?? "", parts.at(-1) ?? ""];
  const isDirect = [group, "words", "t", "method", "apl"].some((from) => pairs.has(`${from}.${name}`));
  return isDirect || parts.slice(0, -1).some((part) => indexed.has(part));
}

test("every language has the same keys, of the same kinds", () => {
  expect(arities(en as unknown as Tree)).toEqual(arities(fr as unknown as Tree));
});

test("no key is left that nothing reads", () => {
  const reads = readReads(readSources("src/ui"));
  expect(listKeys(fr as unknown as Tree).filter((key) => !isUsed(key, reads))).toEqual([]);
});

test("no text is empty, but for the level that has nothing below it", () => {
  const texts = (tree: Tree): readonly [string, unknown][] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "object" && value !== null ? texts(value as Tree) : [[key, value] as [string, unknown]],
    );
  for (const language of [fr, en]) {
    const empty = texts(language as unknown as Tree).filter(([, value]) => value === "");
    expect(empty.map(([key]) => key)).toEqual(["commune"]);
  }
});

describe("French spaces", () => {
  test.each([
    ["Qui manque ?", "Qui manque\u202f?"],
    ["12 %", "12\u202f%"],
    ["seuil : 2,5", "seuil\u00a0: 2,5"],
    ["« zz »", "«\u00a0zz\u00a0»"],
    ["100 000 habitants", "100\u202f000 habitants"],
    ["l'accès", "l’accès"],
  ])("%s", (text, set) => expect(setFrenchSpaces(text)).toBe(set));

  test("are set in what functions return", () => {
    expect(fr.understand.trend.point(2015, "3,8")).toBe("2015\u00a0: 3,8");
  });
});
