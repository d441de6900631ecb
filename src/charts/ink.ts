/**
 * Colours of what is not data. Custom properties, so that a page's theme wins, with the light theme as fallback, so that a
 * drawing saved on its own looks the same.
 */
export const INK = "var(--oasis-ink, #1c2925)";
export const MUTED = "var(--oasis-muted, #55635e)";
export const RULE = "var(--oasis-field, #d3d9d5)";
export const SURFACE = "var(--oasis-surface, #ffffff)";
export const THRESHOLD = "var(--oasis-threshold, #8a4f08)";

/** Size of small text, in px. */
export const SMALL = 11;

/** Coordinate to a tenth of a pixel: drawings are compared as text. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Width in px a text is likely to take: SVG made without a browser cannot measure, and a little too wide is harmless. */
export function estimateWidth(text: string, size = SMALL): number {
  let width = 0;
  for (const letter of text) {
    if (/[\s.,:;'’()|!ijlftr-]/.test(letter)) width += 0.34;
    else if (/[MWmw@%—]/.test(letter)) width += 0.86;
    else if (/[A-ZÀ-Þ]/.test(letter)) width += 0.69;
    else width += 0.6;
  }
  return width * size;
}

/** The text if it is likely to fit, else its beginning and an ellipsis. */
export function shorten(text: string, width: number, size = SMALL): string {
  if (estimateWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 1 && estimateWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
