import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, SURFACE, shorten } from "./ink.ts";

export interface WaterfallStep {
  readonly key: string;
  readonly name: string;
  /** Not negative; begins where the one above ends. */
  readonly value: number;
  /** What is written at the end of the line. */
  readonly text: string;
  readonly colour: string;
}

export interface WaterfallProps {
  /** From the first to the last, one under the other. */
  readonly steps: readonly WaterfallStep[];
  readonly width: number;
  /** What the drawing is; the steps and their texts follow it for those who do not see it. */
  readonly label: string;
}

const ROW = 34;
const BAR = 11;
const TOP = 18;
const TEXT = SMALL + 1;

/** Keeps texts readable over the dashes that link the bars. */
const HALO = { stroke: SURFACE, strokeWidth: 3, paintOrder: "stroke" } as const;

/** Height of the drawing, px. */
export function waterfallHeight(steps: number): number {
  return steps * ROW;
}

/** Parts of a whole, each bar beginning where the one above ends. */
export function Waterfall({ steps, width, label }: WaterfallProps) {
  const total = steps.reduce((sum, step) => sum + step.value, 0);
  const x = scaleLinear([0, Math.max(total, Number.MIN_VALUE)], [0, width]);
  const starts = steps.map((_, k) => steps.slice(0, k).reduce((sum, step) => sum + step.value, 0));
  const height = waterfallHeight(steps.length);
  return (
    <svg
      role="img"
      aria-label={`${label}: ${steps.map(({ name, text }) => `${name} ${text}`).join(", ")}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={TEXT}
      style={{ display: "block" }}
    >
      <g>
        {steps.slice(0, -1).map((step, k) => {
          const at = px(x(starts[k] + step.value));
          const top = k * ROW + TOP;
          return <line key={step.key} x1={at} x2={at} y1={top} y2={top + ROW} stroke={MUTED} strokeDasharray="2 2" />;
        })}
        {steps.map((step, k) => {
          const top = k * ROW;
          const from = px(x(starts[k]));
          const to = px(x(starts[k] + step.value));
          return (
            <g key={step.key}>
              <text x={0} y={top + 12} fill={MUTED} {...HALO}>
                {shorten(step.name, width - estimateWidth(step.text, TEXT) * 1.1 - 12, TEXT)}
              </text>
              <text
                x={width}
                y={top + 12}
                textAnchor="end"
                fill={INK}
                fontWeight={600}
                {...HALO}
                style={{ fontVariantNumeric: "tabular-nums" }}
              >
                {step.text}
              </text>
              <rect x={0} y={top + TOP} width={width} height={BAR} rx={2} fill={RULE} fillOpacity={0.35} />
              {step.value > 0 && (
                <rect
                  x={from}
                  y={top + TOP}
                  width={px(Math.max(1, to - from))}
                  height={BAR}
                  rx={2}
                  fill={step.colour}
                />
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
