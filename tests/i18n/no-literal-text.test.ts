import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findLiteralTexts } from "./literal-text.ts";

const ROOTS = ["src/ui", "src/charts"];

function listComponents(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(root, name));
}

describe("the scanner", () => {
  test.each([
    ["text between tags", "<p>Bonjour le monde</p>", "Bonjour le monde"],
    ["text after an expression", "<p>{n} habitants</p>", "habitants"],
    ["text before an expression", "<p>Seuil {n}</p>", "Seuil"],
    ["text over lines", "<p className={c.x}>\n  Bonjour\n</p>", "Bonjour"],
    ["aria-label", '<button aria-label="Fermer" />', "Fermer"],
    ["title in braces", "<a title={'Ouvrir'} />", "Ouvrir"],
    ["placeholder in a template", "<input placeholder={`Chercher`} />", "Chercher"],
    ["a lone string", '<p>{"Bonjour"}</p>', "Bonjour"],
  ])("sees %s", (_, source, text) => {
    expect(findLiteralTexts(source).map((found) => found.text)).toEqual([text]);
  });

  test.each([
    ["expressions", "<p>{t.app.name}</p>"],
    ["marks without words", "<p>{a} · {b}</p>"],
    ["arrows", "const f = (a: number) => a < 3 ? <b /> : <i />;"],
    ["generics", "const m = new Map<string, number>();\nconst n = useState<Sort | null>(null);"],
    ["comparisons", "if (a > b && c < d) return <p>{x}</p>;"],
    ["comments", "{/* Bonjour le monde */}\n<p>{x}</p> // merci beaucoup"],
    ["attributes that are code", '<p className="big" role="status" aria-label={t.x} />'],
    ["handlers", "<a onClick={() => go(store, place)}>{name}</a>"],
  ])("leaves %s alone", (_, source) => {
    expect(findLiteralTexts(source)).toEqual([]);
  });
});

test.each(ROOTS.flatMap(listComponents))("%s holds no text of its own", (path) => {
  expect(findLiteralTexts(readFileSync(path, "utf8"))).toEqual([]);
});
