import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, shorten } from "./ink.ts";

export interface ComparisonRow {
  readonly key: string;
  readonly name: string;
  /** Not negative; NaN where there is none, and then `missing` is written in its place. */
  readonly value: number;
  readonly colour: string;
  /** The territory asked about. */
  readonly emphasised: boolean;
}

export interface ComparisonBarsProps {
  readonly rows: readonly ComparisonRow[];
  readonly width: number;
  /** What is compared: names the drawing. */
  readonly label: string;
  readonly missing: string;
  readonly format: (value: number) => string;
  /** A value to hold the bars against, such as a threshold, and its name. */
  readonly mark?: { readonly value: number; readonly text: string };
}

const ROW = 33;
const BAR = 8;
const MARK_ROOM = 18;
const TEXT = SMALL + 1;

/** Height of the drawing, px. */
export function comparisonBarsHeight(rows: number, marked: boolean): number {
  return rows * ROW + (marked ? MARK_ROOM : 0);
}

/** A territory and those it is compared with: one bar each, from zero, name and value above it. */
export function ComparisonBars({ rows, width, label, missing, format, mark }: ComparisonBarsProps) {
  const height = comparisonBarsHeight(rows.length, mark !== undefined);
  const known = rows.map((row) => row.value).filter((value) => !Number.isNaN(value));
  const x = scaleLinear([0, Math.max(...known, mark?.value ?? 0, Number.MIN_VALUE)], [0, width - 1]);
  const written = (value: number) => (Number.isNaN(value) ? missing : format(value));
  const summary = rows.map((row) => `${row.name} ${written(row.value)}`).join(", ");
  return (
    <svg
      role="img"
      aria-label={`${label}: ${summary}${mark ? `, ${mark.text}` : ""}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={TEXT}
      style={{ display: "block" }}
    >
      <g>
        {rows.map((row, i) => {
          const value = written(row.value);
          const top = i * ROW;
          return (
            <g key={row.key} fontWeight={row.emphasised ? 700 : 400}>
              <text x={0} y={top + 13} fill={row.emphasised ? INK : MUTED}>
                {shorten(row.name, width - estimateWidth(value, TEXT) * 1.1 - 12, TEXT)}
              </text>
              <text
                x={width}
                y={top + 13}
                textAnchor="end"
                fill={row.emphasised ? INK : MUTED}
                style={{ fontVariantNumeric: "tabular-nums" }}
              >
                {value}
              </text>
              <rect x={0} y={top + 19} width={width} height={BAR} rx={BAR / 2} fill={RULE} fillOpacity={0.45} />
              {row.value > 0 && (
                <rect
                  x={0}
                  y={top + 19}
                  width={px(x(row.value))}
                  height={BAR}
                  rx={px(Math.min(BAR, x(row.value)) / 2)}
                  fill={row.colour}
                />
              )}
            </g>
          );
        })}
        {mark && <Mark at={px(x(mark.value))} rows={rows.length} width={width} text={mark.text} />}
      </g>
    </svg>
  );
}

function Mark({ at, rows, width, text }: { at: number; rows: number; width: number; text: string }) {
  const half = estimateWidth(text) / 2;
  return (
    <>
      {Array.from({ length: rows }, (_, i) => i * ROW + 17).map((top) => (
        <line key={top} x1={at} x2={at} y1={top} y2={top + BAR + 4} stroke={INK} strokeWidth={1.5} />
      ))}
      <text
        x={px(Math.min(Math.max(at, half), width - half))}
        y={rows * ROW + 12}
        textAnchor="middle"
        fill={MUTED}
        fontSize={SMALL}
      >
        {text}
      </text>
    </>
  );
}
