import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, shorten } from "./ink.ts";

/** A group of values by five of its quantiles: 5, 25, 50, 75 and 95 %. */
export interface QuantileStrip {
  readonly key: string;
  readonly name: string;
  /** How many there are, written. */
  readonly count: string;
  readonly quantiles: readonly [number, number, number, number, number];
}

export interface StripGroup {
  readonly key: string;
  readonly title: string;
  readonly strips: readonly QuantileStrip[];
}

export interface QuantileStripsProps {
  readonly groups: readonly StripGroup[];
  readonly width: number;
  readonly label: string;
  readonly summary: string;
  /** Under each end of the axis: what lies that way. */
  readonly ends: readonly [string, string];
  readonly format: (value: number) => string;
}

const ROW = 21;
const HEAD = 24;
const TOP = 20;
const BOTTOM = 24;
const TEAL = "#0b5d56";
const PALE = "#a5d3cb";

export function quantileStripsHeight(groups: readonly StripGroup[]): number {
  return TOP + BOTTOM + groups.reduce((sum, { strips }) => sum + HEAD + strips.length * ROW, 0);
}

/** Where the values of groups lie around nothing: half of them in the bar, nine tenths on the line, the middle as a tick. */
export function QuantileStrips({ groups, width, label, summary, ends, format }: QuantileStripsProps) {
  const height = quantileStripsHeight(groups);
  const all = groups.flatMap(({ strips }) => strips.flatMap(({ quantiles }) => quantiles.filter(Number.isFinite)));
  const reach = Math.max(...all.map(Math.abs), Number.MIN_VALUE);
  const left = Math.min(width * 0.42, 190);
  const x = scaleLinear([-reach, reach], [left + 8, width - 8]);
  const ticks = x.ticks(width < 420 ? 3 : 5);
  let top = TOP;
  const placed = groups.map((group) => {
    const at = top;
    top += HEAD + group.strips.length * ROW;
    return { ...group, at };
  });
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
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={px(x(tick))}
            x2={px(x(tick))}
            y1={TOP}
            y2={height - BOTTOM}
            stroke={tick === 0 ? INK : RULE}
            strokeOpacity={tick === 0 ? 0.7 : 0.6}
          />
          <text x={px(x(tick))} y={TOP - 7} textAnchor="middle" fill={MUTED}>
            {format(tick)}
          </text>
        </g>
      ))}
      {placed.map(({ key, title, strips, at }) => (
        <g key={key}>
          <text x={0} y={at + 16} fill={INK} fontWeight={700}>
            {shorten(title, left)}
          </text>
          {strips.map((strip, i) => (
            <Strip key={strip.key} strip={strip} top={at + HEAD + i * ROW} left={left} x={x} />
          ))}
        </g>
      ))}
      <text x={px(left + 8)} y={height - 7} fill={MUTED}>
        {shorten(ends[0], (width - left) / 2)}
      </text>
      <text x={width} y={height - 7} textAnchor="end" fill={MUTED}>
        {shorten(ends[1], (width - left) / 2)}
      </text>
    </svg>
  );
}

interface StripProps {
  readonly strip: QuantileStrip;
  readonly top: number;
  readonly left: number;
  readonly x: (value: number) => number;
}

function Strip({ strip: { name, count, quantiles }, top, left, x }: StripProps) {
  const [low, quarter, middle, threeQuarters, high] = quantiles.map((value) => px(x(value)));
  const centre = top + 10;
  const room = left - estimateWidth(count) - 10;
  return (
    <>
      <text x={0} y={top + 14} fill={MUTED}>
        {shorten(name, room)}
      </text>
      <text x={px(left)} y={top + 14} textAnchor="end" fill={MUTED} style={{ fontVariantNumeric: "tabular-nums" }}>
        {count}
      </text>
      {quantiles.every(Number.isFinite) && (
        <>
          <line x1={low} x2={high} y1={centre} y2={centre} stroke={TEAL} strokeWidth={1.25} />
          <rect
            x={quarter}
            y={centre - 5}
            width={px(Math.max(0, threeQuarters - quarter))}
            height={10}
            rx={2}
            fill={PALE}
            stroke={TEAL}
            strokeWidth={0.75}
          />
          <line x1={middle} x2={middle} y1={centre - 7} y2={centre + 7} stroke={TEAL} strokeWidth={2.5} />
        </>
      )}
    </>
  );
}
