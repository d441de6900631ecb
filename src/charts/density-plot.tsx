import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, SURFACE } from "./ink.ts";

export interface DensityPlotProps {
  /** Width of a cell in the unit of the values, and cells on a side; the last of each axis is open. */
  readonly step: number;
  readonly cells: number;
  /** Column, row (from the bottom) and count of each cell that has any: three numbers each. */
  readonly counts: readonly number[];
  /** Width of the drawing, px; it is about square. */
  readonly width: number;
  /** What the drawing is, and what it shows, in words. */
  readonly label: string;
  readonly summary: string;
  readonly across: string;
  readonly up: string;
  readonly diagonal: string;
  /** Begins the key of the colours: what is counted. */
  readonly keyText: (from: string) => string;
  readonly format: (value: number) => string;
  readonly formatCount: (n: number) => string;
}

/** Least count of each shade, and its colour: teal, darker where more lie on each other. */
const SHADES = [
  { from: 1, colour: "#cfe6e2" },
  { from: 4, colour: "#8fcabf" },
  { from: 15, colour: "#3f9d91" },
  { from: 60, colour: "#0b5d56" },
  { from: 250, colour: "#042f2c" },
] as const;

const TOP = 22;
const BOTTOM = 58;
const LEFT = 34;
const RIGHT = 8;

export function densityPlotHeight(width: number): number {
  return width - LEFT - RIGHT + TOP + BOTTOM;
}

/** How two columns of thousands of values agree: squares, darker where there are more, and the line where they are equal. */
export function DensityPlot(props: DensityPlotProps) {
  const { step, cells, counts, width, label, summary, across, up, diagonal, keyText, format, formatCount } = props;
  const side = width - LEFT - RIGHT;
  const height = densityPlotHeight(width);
  const x = scaleLinear([0, cells], [LEFT, LEFT + side]);
  const y = scaleLinear([0, cells], [TOP + side, TOP]);
  const size = side / cells;
  const ticks = scaleLinear([0, (cells - 1) * step], [0, 1])
    .ticks(5)
    .map((value) => ({ value, at: value / step }));
  const shadeOf = (n: number) => SHADES.findLastIndex(({ from }) => n >= from);
  const paths = SHADES.map((_, shade) => {
    let path = "";
    for (let k = 0; k < counts.length; k += 3) {
      if (shadeOf(counts[k + 2]) !== shade) continue;
      path += `M${px(x(counts[k]))} ${px(y(counts[k + 1] + 1))}h${px(size)}v${px(size)}h${px(-size)}z`;
    }
    return path;
  });
  const keyWidth = side / SHADES.length;
  return (
    <svg
      role="img"
      aria-label={`${label}. ${summary}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      <rect x={LEFT} y={TOP} width={px(side)} height={px(side)} fill={SURFACE} stroke={RULE} />
      <text x={0} y={12} fill={MUTED}>
        {up}
      </text>
      {ticks.map(({ value, at }) => (
        <g key={value} fill={MUTED}>
          <line x1={LEFT} x2={px(LEFT + side)} y1={px(y(at))} y2={px(y(at))} stroke={RULE} strokeOpacity={0.5} />
          <line x1={px(x(at))} x2={px(x(at))} y1={TOP} y2={px(TOP + side)} stroke={RULE} strokeOpacity={0.5} />
          <text x={LEFT - 6} y={px(y(at) + 4)} textAnchor="end">
            {format(value)}
          </text>
          <text x={px(x(at))} y={px(TOP + side + 14)} textAnchor="middle">
            {format(value)}
          </text>
        </g>
      ))}
      {paths.map((path, shade) =>
        path === "" ? null : <path key={SHADES[shade].from} d={path} fill={SHADES[shade].colour} />,
      )}
      <line
        x1={LEFT}
        y1={px(TOP + side)}
        x2={px(LEFT + side)}
        y2={TOP}
        stroke={INK}
        strokeWidth={1.25}
        strokeDasharray="5 4"
      />
      <text
        x={px(LEFT + side - estimateWidth(diagonal) - 6)}
        y={TOP + 14}
        fill={INK}
        stroke={SURFACE}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {diagonal}
      </text>
      <text x={px(LEFT + side)} y={px(TOP + side + 28)} textAnchor="end" fill={MUTED}>
        {across}
      </text>
      {SHADES.map(({ from, colour }, k) => (
        <g key={from}>
          <rect
            x={px(LEFT + k * keyWidth)}
            y={px(TOP + side + 36)}
            width={px(keyWidth)}
            height={7}
            fill={colour}
            stroke={RULE}
            strokeWidth={0.5}
          />
          <text x={px(LEFT + k * keyWidth)} y={px(TOP + side + 54)} fill={MUTED}>
            {k === 0 ? keyText(formatCount(from)) : formatCount(from)}
          </text>
        </g>
      ))}
    </svg>
  );
}
