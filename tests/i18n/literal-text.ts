/** A text in the source of a component that a reader would see and no language file holds. */
export interface LiteralText {
  readonly line: number;
  readonly text: string;
}

const SPOKEN_ATTRIBUTES = [
  "aria-label",
  "aria-description",
  "aria-valuetext",
  "title",
  "placeholder",
  "label",
  "description",
  "alt",
];
const WORD = /\p{L}{2,}/u;

/**
 * Texts between tags and in attributes read aloud or shown, found in the source as written. What stands in braces is code
 * and left alone, except for a lone string.
 */
export function findLiteralTexts(source: string): readonly LiteralText[] {
  const code = blankComments(source);
  const found: LiteralText[] = [];
  const add = (text: string, at: number) => {
    if (WORD.test(text.replaceAll(/&\w+;/g, "")))
      found.push({ line: code.slice(0, at).split("\n").length, text: text.trim() });
  };
  const attribute = new RegExp(
    `\\s(?:${SPOKEN_ATTRIBUTES.join("|")})=(?:"([^"]*)"|\\{\\s*["'\`]([^"'\`{}]*)["'\`]\\s*\\})`,
    "g",
  );
  for (const match of code.matchAll(attribute)) add(match[1] ?? match[2], match.index);
  // Between the end of a tag or of an expression and the start of the next: never crosses a brace, a tag or an arrow.
  for (const match of code.matchAll(
    /(<\/?[A-Za-z][^<>{}]*(?:\{[^{}]*\}[^<>{}]*)*(?<!=)>|(?<=>\s*\{[^{}<>]*)\})([^<>{}=;]+)(?=[<{])/g,
  )) {
    add(match[2], match.index + match[1].length);
  }
  for (const match of code.matchAll(/>\s*\{\s*(["'`])([^"'`{}]*)\1\s*\}\s*</g)) add(match[2], match.index);
  return found;
}

function blankComments(source: string): string {
  const blank = (text: string) => text.replaceAll(/[^\n]/g, " ");
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/(?<=^|[\s;{}(])\/\/[^\n]*/g, blank);
}
