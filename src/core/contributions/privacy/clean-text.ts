/** What canonical texts may not hold: controls but line feeds, bidirectional and zero-width characters, halves of a pair. */
const HIDDEN = /(?!\n)\p{Cc}|\p{Surrogate}|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A text as records hold it, whatever keyboard or page it was pasted from. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(HIDDEN, "").normalize("NFC").trim();
}
