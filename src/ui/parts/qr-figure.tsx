import { useMemo } from "react";
import { encodeQr } from "../../core/qr/qr-code.ts";
import classes from "./qr-figure.module.css";

interface QrFigureProps {
  readonly text: string;
  /** What it holds, for those who do not see it. */
  readonly label: string;
}

/** Modules of the quiet zone around a code (ISO/IEC 18004, 9.1). */
const MARGIN = 4;

/** A text as a QR code, sharp at any size and in print. */
export function QrFigure({ text, label }: QrFigureProps) {
  const { size, path } = useMemo(() => drawQr(text), [text]);
  const side = size + 2 * MARGIN;
  return (
    <svg className={classes.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawQr(text: string): { readonly size: number; readonly path: string } {
  const { size, dark } = encodeQr(text);
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (dark[row * size + column] === 1) path += `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`;
    }
  }
  return { size, path };
}
