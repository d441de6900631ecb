import jsqr from "jsqr";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrFigure } from "../../../src/ui/parts/qr-figure.tsx";

test.each(["https://example.org/?page=participate", "Médecins à Saint-Méen-le-Grand : 1 000 €", "é".repeat(600)])(
  "an independent reader finds the text again: %.30s",
  (text) => {
    const svg = renderToStaticMarkup(<QrFigure text={text} label="code" />);
    expect(svg).toContain('aria-label="code"');
    expect(readSvg(svg)).toBe(text);
  },
);

/** Paints the modules, four pixels each, and reads the picture. */
function readSvg(svg: string): string | undefined {
  const side = 4 * Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let k = 0; k < 16; k++) {
      const at = (4 * Number(y) + (k >> 2)) * side + 4 * Number(x) + (k & 3);
      pixels.fill(0, 4 * at, 4 * at + 3);
    }
  }
  // Modules of jsQR are CommonJS: its function is behind two names.
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  return read(pixels, side, side)?.data;
}
