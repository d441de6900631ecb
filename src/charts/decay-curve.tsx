import { scaleLinear } from "d3-scale";
import { INK, MUTED, px, RULE, SMALL } from "./ink.ts";

export interface DecayCurveProps {
  /** Weights within [0, 1] at equal steps from 0 minutes to `maxMinutes`, both included. */
  readonly weights: Float64Array;
  readonly maxMinutes: number;
  readonly width: number;
  readonly height: number;
  /** What the drawing is, in words. */
  readonly label: string;
  readonly formatMinutes: (minutes: number) => string;
  readonly formatWeight: (weight: number) => string;
}

const LEFT = 24;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 18;

/** How much a place counts by the minutes to it. */
export function DecayCurve({
  weights,
  maxMinutes,
  width,
  height,
  label,
  formatMinutes,
  formatWeight,
}: DecayCurveProps) {
  const base = height - BOTTOM;
  const x = scaleLinear([0, maxMinutes], [LEFT, width - RIGHT]);
  const y = scaleLinear([0, 1], [base, TOP]);
  const step = maxMinutes / (weights.length - 1);
  const line = Array.from(weights, (weight, k) => `${k === 0 ? "M" : "L"}${px(x(k * step))} ${px(y(weight))}`).join("");
  const area = `${line}L${px(x(maxMinutes))} ${px(base)}L${px(x(0))} ${px(base)}Z`;
  const ticks = x.ticks(5);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      {[0, 0.5, 1].map((weight) => (
        <g key={weight}>
          <line x1={LEFT} x2={width - RIGHT} y1={px(y(weight))} y2={px(y(weight))} stroke={RULE} />
          <text x={LEFT - 5} y={px(y(weight) + 3.5)} textAnchor="end" fill={MUTED}>
            {formatWeight(weight)}
          </text>
        </g>
      ))}
      <path d={area} fill="#57afa4" fillOpacity={0.22} />
      <path d={line} fill="none" stroke="#0b5d56" strokeWidth={1.75} strokeLinejoin="round" />
      {ticks.map((minutes) => (
        <text key={minutes} x={px(x(minutes))} y={height - 4} textAnchor="middle" fill={minutes === 0 ? INK : MUTED}>
          {formatMinutes(minutes)}
        </text>
      ))}
    </svg>
  );
}
