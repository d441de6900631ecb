import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, SURFACE } from "./ink.ts";

export interface MoranScatterProps {
  /** Standard scores of units and of their neighbours; NaN: not drawn. Those beyond the frame are brought to its edge. */
  readonly own: Float64Array;
  readonly lag: Float64Array;
  /** Colour of each unit: a position in `colours`, the last ones drawn above. */
  readonly groups: ArrayLike<number>;
  readonly colours: readonly string[];
  /** Of the line through the middle: Moran's I. */
  readonly slope: number;
  readonly width: number;
  /** What the drawing is, and what it shows, in words. */
  readonly label: string;
  readonly summary: string;
  readonly across: string;
  readonly up: string;
  /** Written in the corners: top right, top left, bottom left, bottom right. */
  readonly corners: readonly string[];
  readonly slopeText: string;
}

/** Standard deviations on either side. */
const REACH = 4;
/** px: units nearer than this are one dot. */
const DOT = 2.5;
const TOP = 20;
const BOTTOM = 34;
const LEFT = 24;
const RIGHT = 4;

export function moranScatterHeight(width: number): number {
  return width - LEFT - RIGHT + TOP + BOTTOM;
}

/** Each unit against the mean of its neighbours (Anselin 1996): quadrants around the mean, slope of the line Moran's I. */
export function MoranScatter(props: MoranScatterProps) {
  const { own, lag, groups, colours, slope, width, label, summary, across, up, corners, slopeText } = props;
  const side = width - LEFT - RIGHT;
  const height = moranScatterHeight(width);
  const x = scaleLinear([-REACH, REACH], [LEFT, LEFT + side]).clamp(true);
  const y = scaleLinear([-REACH, REACH], [TOP + side, TOP]).clamp(true);
  const paths = drawDots(own, lag, groups, colours.length, x, y);
  // Where the line leaves the frame.
  const end = REACH / Math.max(1, Math.abs(slope));
  // Under a rising line, above a falling one, whole.
  const clearance = slope * estimateWidth(slopeText) + (slope < 0 ? -8 : 14);
  const [right, bottom] = [LEFT + side, TOP + side];
  return (
    <svg
      role="img"
      aria-label={`${label}. ${summary}`}
      width={width}
      height={height}
      viewBox={`0 0 ${px(width)} ${px(height)}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      <rect x={LEFT} y={TOP} width={px(side)} height={px(side)} fill={SURFACE} stroke={RULE} />
      <line x1={px(x(0))} x2={px(x(0))} y1={TOP} y2={px(bottom)} stroke={RULE} />
      <line x1={LEFT} x2={px(right)} y1={px(y(0))} y2={px(y(0))} stroke={RULE} />
      {[-3, -2, -1, 1, 2, 3].map((tick) => (
        <g key={tick} fill={MUTED}>
          <text x={px(x(tick))} y={px(bottom + 13)} textAnchor="middle">
            {writeTick(tick)}
          </text>
          <text x={LEFT - 4} y={px(y(tick) + 4)} textAnchor="end">
            {writeTick(tick)}
          </text>
        </g>
      ))}
      {paths.map((path, group) => (path === "" ? null : <path key={colours[group]} d={path} fill={colours[group]} />))}
      <line
        x1={px(x(-end))}
        y1={px(y(-end * slope))}
        x2={px(x(end))}
        y2={px(y(end * slope))}
        stroke={INK}
        strokeWidth={1.5}
      />
      <g fill={INK} stroke={SURFACE} strokeWidth={3} paintOrder="stroke">
        <text x={px(right - 5)} y={TOP + 13} textAnchor="end">
          {corners[0]}
        </text>
        <text x={LEFT + 5} y={TOP + 13}>
          {corners[1]}
        </text>
        <text x={LEFT + 5} y={px(bottom - 6)}>
          {corners[2]}
        </text>
        <text x={px(right - 5)} y={px(bottom - 6)} textAnchor="end">
          {corners[3]}
        </text>
        <text x={px(x(end) - 6)} y={px(y(end * slope) + clearance)} textAnchor="end" fontWeight={700}>
          {slopeText}
        </text>
      </g>
      <text x={0} y={12} fill={MUTED}>
        {up}
      </text>
      <text x={px(right)} y={px(bottom + 28)} textAnchor="end" fill={MUTED}>
        {across}
      </text>
    </svg>
  );
}

/** One path a group; units of one group within a dot of each other are drawn once, so that the country stays light. */
function drawDots(
  own: Float64Array,
  lag: Float64Array,
  groups: ArrayLike<number>,
  count: number,
  x: (value: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const parts = Array.from({ length: count }, () => new Set<string>());
  for (let i = 0; i < own.length; i++) {
    const set = parts[groups[i]];
    if (!set || Number.isNaN(own[i] + lag[i])) continue;
    const snap = (at: number) => px(Math.round(at / DOT) * DOT - DOT / 2);
    set.add(`M${snap(x(own[i]))} ${snap(y(lag[i]))}h${DOT}v${DOT}h${-DOT}z`);
  }
  return parts.map((set) => [...set].join(""));
}

/** With a real minus sign, as everywhere. */
function writeTick(tick: number): string {
  return tick < 0 ? `−${-tick}` : String(tick);
}
