/** Letters as people type them: ligatures in two letters; everything else by its base letter. */
const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" };
const FOLDED: readonly string[] = Array.from({ length: 0x250 }, (_, code) => foldLetter(String.fromCharCode(code)));

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const base = LIGATURES[lower] ?? lower.normalize("NFD").replaceAll(/[\u0300-\u036f]/g, "");
  return /^[a-z0-9]+$/.test(base) ? base : " ";
}

/** Lower case, without accents, one space for whatever is neither letter nor digit: `L’Haÿ-les-Roses` → `l hay les roses`. */
export function foldText(text: string): string {
  let folded = "";
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x300 && code <= 0x36f) continue;
    const letter = code < FOLDED.length ? FOLDED[code] : " ";
    if (letter === " ") gap = folded !== "";
    else {
      folded += gap ? ` ${letter}` : letter;
      gap = false;
    }
  }
  return folded;
}

/** Folded, with `st` and `ste` written out and ordinals bare: `St-Malo` → `saint malo`, `Lyon 3ème` → `lyon 3`. */
export function foldName(text: string): string {
  const folded = foldText(text);
  if (!/\d|\bste?\b/.test(folded)) return folded;
  return folded
    .replaceAll(/\bst\b/g, "saint")
    .replaceAll(/\bste\b/g, "sainte")
    .replaceAll(/\b(\d{1,2}) ?(?:er|re|e|eme|ieme|nd|nde)\b/g, "$1");
}

/**
 * Whether `text` is at most one slip away from the whole of `key`, or from a beginning of it: a letter missing, added,
 * replaced, or two neighbours swapped (Damerau-Levenshtein distance 1).
 */
export function isNearly(text: string, key: string, extent: "whole" | "beginning"): boolean {
  if (extent === "whole" && Math.abs(text.length - key.length) > 1) return false;
  let same = 0;
  while (same < text.length && same < key.length && text.charCodeAt(same) === key.charCodeAt(same)) same++;
  const rest = (fromText: number, fromKey: number) => {
    const tail = text.slice(fromText);
    return key.startsWith(tail, fromKey) && (extent === "beginning" || key.length - fromKey === tail.length);
  };
  if (rest(same, same) || rest(same + 1, same + 1) || rest(same + 1, same) || rest(same, same + 1)) return true;
  return text[same] === key[same + 1] && text[same + 1] === key[same] && rest(same + 2, same + 2);
}

/** Place of each text in the order of folded names, equal names in equal place: sorts 35,000 names by subtraction. */
export function rankNames(names: readonly string[]): Uint32Array {
  const folded = names.map(foldText);
  const order = Uint32Array.from(names, (_, i) => i).sort((a, b) =>
    folded[a] < folded[b] ? -1 : folded[a] > folded[b] ? 1 : 0,
  );
  const ranks = new Uint32Array(names.length);
  for (let k = 1; k < order.length; k++) {
    ranks[order[k]] = folded[order[k]] === folded[order[k - 1]] ? ranks[order[k - 1]] : k;
  }
  return ranks;
}
