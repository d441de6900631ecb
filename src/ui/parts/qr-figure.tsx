import qrcode from "qrcode-generator";
import { useMemo } from "react";
import { encodeUtf8 } from "../../core/contributions/utf8.ts";
import classes from "./qr-figure.module.css";

interface QrFigureProps {
  /** At most 2,331 bytes. */
  readonly text: string;
  /** What it holds, for those who do not see it. */
  readonly label: string;
}

/** Modules of the quiet zone around a code (ISO/IEC 18004, 9.1). */
const MARGIN = 4;

/** A text as a QR code, sharp at any size and in print. */
export function QrFigure({ text, label }: QrFigureProps) {
  const { side, path } = useMemo(() => drawQr(text), [text]);
  return (
    <svg className={classes.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawQr(text: string): { readonly side: number; readonly path: string } {
  const code = qrcode(0, "M");
  // The library writes one byte a character: UTF-8 is given as such.
  code.addData(String.fromCharCode(...encodeUtf8(text)), "Byte");
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) path += `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`;
    }
  }
  return { side: size + 2 * MARGIN, path };
}
