/** Areas without an ordinary value are told by a pattern as well as a colour. */
export const PATTERN_KINDS = ["zero", "missing", "secret", "unreachable"] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** A seamless tile of 8 × 8 CSS pixels, drawn as one stroked SVG path over the fill. */
interface Pattern {
  readonly path: string;
  readonly stroke: string;
  readonly width: number;
}

export const PATTERN_SIZE = 8;

/** A zero-length segment with round caps is a dot. */
const PATTERNS: Readonly<Record<PatternKind, Pattern>> = {
  zero: { path: "M2 2h0M6 6h0", stroke: "#f3dfb4", width: 2 },
  missing: { path: "M-2 2L2 -2M-2 10L10 -2M6 10L10 6", stroke: "#9ba6a0", width: 1.1 },
  secret: { path: "M-2 2L2 -2M-2 10L10 -2M6 10L10 6M-2 6L2 10M-2 -2L10 10M6 -2L10 2", stroke: "#8d93a8", width: 0.9 },
  unreachable: { path: "M-2 2H10M-2 6H10", stroke: "#75695e", width: 1.2 },
};

/** CSS `url(…)` of a pattern's tile, transparent but for its strokes: a background image over the entry's colour. */
export function patternSvg(kind: PatternKind): string {
  const { path, stroke, width } = PATTERNS[kind];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PATTERN_SIZE}" height="${PATTERN_SIZE}" viewBox="0 0 ${PATTERN_SIZE} ${PATTERN_SIZE}">` +
    `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** The same tile as pixels, `ratio` (a whole number) to the CSS pixel. */
export function drawPattern(kind: PatternKind, ratio: number): ImageData {
  const side = PATTERN_SIZE * ratio;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2d canvas");
  const { path, stroke, width } = PATTERNS[kind];
  context.scale(ratio, ratio);
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.lineCap = "round";
  context.stroke(new Path2D(path));
  return context.getImageData(0, 0, side, side);
}
