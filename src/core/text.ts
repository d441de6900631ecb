const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" };

/**
 * Lower case, without accents, one space for whatever is neither letter nor digit: `L’Haÿ-les-Roses` → `l hay les roses`.
 * Lines stay lines.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]+/g, "")
    .replaceAll(/[œæßøđł]/g, (letter) => LIGATURES[letter])
    .replaceAll(/[^a-z0-9\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .trim();
}

/** Folded, with `st` and `ste` written out and ordinals bare: `St-Malo` → `saint malo`, `Lyon 3ème` → `lyon 3`. */
export function foldName(text: string): string {
  return foldText(text)
    .replaceAll(/\bst\b/g, "saint")
    .replaceAll(/\bste\b/g, "sainte")
    .replaceAll(/\b(\d{1,2}) ?(?:er|re|e|eme|ieme|nd|nde)\b/g, "$1");
}

/** Folds many names in one go, several times faster than one by one: a name holds no line feed. */
export function foldNames(names: readonly string[]): readonly string[] {
  const folded = foldName(names.join("\n")).split("\n");
  // Empty names at either end are trimmed away; they are rare enough to start again.
  return folded.length === names.length ? folded : names.map(foldName);
}

/**
 * Whether `text` is at most one slip away from the whole of `key`, or from a beginning of it: a letter missing, added,
 * replaced, or two neighbours swapped (Damerau-Levenshtein distance 1). `key` is the part of `from` between two offsets.
 */
export function isNearly(
  text: string,
  extent: "whole" | "beginning",
  from: string,
  start = 0,
  end = from.length,
): boolean {
  const length = end - start;
  if (length < text.length - 1 || (extent === "whole" && length > text.length + 1)) return false;
  let same = 0;
  while (same < text.length && same < length && text.charCodeAt(same) === from.charCodeAt(start + same)) same++;
  const rest = (inText: number, inKey: number) => {
    const left = text.length - inText;
    if (extent === "whole" ? length - inKey !== left : length - inKey < left) return false;
    for (let i = 0; i < left; i++) {
      if (text.charCodeAt(inText + i) !== from.charCodeAt(start + inKey + i)) return false;
    }
    return true;
  };
  if (rest(same, same) || rest(same + 1, same + 1) || rest(same + 1, same) || rest(same, same + 1)) return true;
  const swapped =
    same + 1 < Math.min(length, text.length) &&
    text[same] === from[start + same + 1] &&
    text[same + 1] === from[start + same];
  return swapped && rest(same + 2, same + 2);
}

/** Place of each text in the order of folded names, equal names in equal place: sorts 35,000 names by subtraction. */
export function rankNames(names: readonly string[]): Uint32Array {
  const folded = foldNames(names);
  const order = Uint32Array.from(names, (_, i) => i).sort((a, b) =>
    folded[a] < folded[b] ? -1 : folded[a] > folded[b] ? 1 : 0,
  );
  const ranks = new Uint32Array(names.length);
  for (let k = 1; k < order.length; k++) {
    ranks[order[k]] = folded[order[k]] === folded[order[k - 1]] ? ranks[order[k - 1]] : k;
  }
  return ranks;
}
