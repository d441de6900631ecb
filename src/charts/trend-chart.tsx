import { tickStep } from "d3-array";
import { scaleLinear } from "d3-scale";
import { dodge } from "./dodge.ts";
import { estimateWidth, MUTED, px, RULE, SMALL, SURFACE, shorten } from "./ink.ts";

export interface TrendSeries {
  readonly key: string;
  readonly name: string;
  /** One value per year, NaN where there is none. */
  readonly values: readonly number[];
  readonly colour: string;
  /** The territory asked about; the others are there to compare with. */
  readonly emphasised: boolean;
}

export interface TrendChartProps {
  /** Ascending; drawn to scale, so that seven years look seven times as long as one. */
  readonly years: readonly number[];
  readonly series: readonly TrendSeries[];
  readonly width: number;
  readonly height: number;
  /** What the drawing is, and what it shows, in words. */
  readonly label: string;
  readonly summary: string;
  readonly format: (value: number) => string;
  /** Says on the drawing that the axis does not begin at zero; without it, the axis does. */
  readonly brokenAxisNote?: string;
}

const TOP = 14;
const BOTTOM = 20;
const LABEL_GAP = 8;
const LABEL_HEIGHT = 28;
const YEAR_GAP = 6;

/** A few published years of a territory against a reference, named at the end of their lines. */
export function TrendChart(props: TrendChartProps) {
  const { years, series, width, height, label, summary, format, brokenAxisNote } = props;
  const all = series.flatMap((one) => one.values.filter((value) => !Number.isNaN(value)));
  const [from, to] = extentOf(all, brokenAxisNote !== undefined);
  const ticks = scaleLinear([from, to], [0, 1]).ticks(height < 160 ? 4 : 6);
  const broken = brokenAxisNote !== undefined;
  const byWeight = [...series].sort((a, b) => Number(a.emphasised) - Number(b.emphasised));
  const names = series.map((one) => shorten(one.name, width * 0.36));
  const right = Math.max(...names.map((name) => estimateWidth(name)), 24) + LABEL_GAP + 2;
  const left = Math.max(...ticks.map((tick) => estimateWidth(format(tick)))) + 12;
  const base = height - BOTTOM;
  const x = scaleLinear([years[0], years.at(-1) ?? years[0]], [left, width - right]);
  const y = scaleLinear([from, to], [base, TOP]);
  const yearPlaces = dodge(
    years.map((year) => x(year)),
    (a, b) => (estimateWidth(String(years[a])) + estimateWidth(String(years[b]))) / 2 + YEAR_GAP,
  );
  const ends = series.map((one) => lastKnown(one.values));
  const labelPlaces = dodge(
    series.map((one, i) => (ends[i] < 0 ? base : y(one.values[ends[i]]))),
    LABEL_HEIGHT,
    TOP - 2,
    base - 8,
  );
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
      <g>
        {ticks.map((tick) => (
          <g key={tick}>
            {broken && tick === from ? (
              <path d={tornLine(left - 4, width - right, base)} fill="none" stroke={RULE} strokeLinejoin="round" />
            ) : (
              <line
                x1={px(left - 4)}
                x2={px(width - right)}
                y1={px(y(tick))}
                y2={px(y(tick))}
                stroke={RULE}
                strokeOpacity={0.7}
              />
            )}
            <text x={px(left - 9)} y={px(y(tick) + 4)} textAnchor="end" fill={MUTED}>
              {format(tick)}
            </text>
          </g>
        ))}
        {broken && (
          <text x={px(left - 4)} y={8} fill={MUTED} fontSize={SMALL - 1.5}>
            {brokenAxisNote}
          </text>
        )}
        {years.map((year, i) => (
          <g key={year} fill={MUTED}>
            <line x1={px(x(year))} x2={px(x(year))} y1={base + 1} y2={base + 5} stroke={RULE} />
            <text x={px(yearPlaces[i])} y={base + 17} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {byWeight.map((one) => (
          <g key={one.key} stroke={one.colour} strokeWidth={one.emphasised ? 2.25 : 1.25} strokeLinecap="round">
            {segmentsOf(one.values).map(([a, b]) => (
              <line
                key={a}
                x1={px(x(years[a]))}
                y1={px(y(one.values[a]))}
                x2={px(x(years[b]))}
                y2={px(y(one.values[b]))}
                strokeDasharray={years[b] - years[a] > 1 ? "1 5" : undefined}
              />
            ))}
            {one.values.map((value, i) =>
              Number.isNaN(value) ? null : (
                <circle
                  key={years[i]}
                  cx={px(x(years[i]))}
                  cy={px(y(value))}
                  r={one.emphasised ? 3.5 : 2.5}
                  fill={one.emphasised ? one.colour : SURFACE}
                  strokeWidth={one.emphasised ? 0 : 1.25}
                />
              ),
            )}
          </g>
        ))}
        {series.map((one, i) =>
          ends[i] < 0 ? null : (
            <text
              key={one.key}
              x={px(width - right + LABEL_GAP)}
              y={px(labelPlaces[i])}
              fill={one.colour}
              fontWeight={one.emphasised ? 700 : 500}
            >
              <tspan>{format(one.values[ends[i]])}</tspan>
              <tspan x={px(width - right + LABEL_GAP)} dy={12} fontWeight={one.emphasised ? 600 : 400}>
                {names[i]}
              </tspan>
            </text>
          ),
        )}
      </g>
    </svg>
  );
}

/** Ends of the value axis: from zero, or from a round number with some air below the values. */
function extentOf(values: readonly number[], broken: boolean): readonly [number, number] {
  const high = Math.max(...values, 0);
  if (values.length === 0 || (high === 0 && !broken)) return [0, 1];
  if (!broken) return [0, high * 1.08];
  const low = Math.min(...values);
  const air = high > low ? (high - low) * 0.25 : Math.abs(high) * 0.05 || 1;
  const step = tickStep(low - air, high + air, 4);
  return [Math.max(0, Math.floor((low - air) / step) * step), high + air];
}

/** A saw-toothed rule: where the axis is cut. */
function tornLine(left: number, right: number, y: number): string {
  const teeth = Math.floor((right - left) / 8);
  return `M${px(left)} ${px(y)}${"l4 -2.5l4 2.5".repeat(teeth)}H${px(right)}`;
}

function lastKnown(values: readonly number[]): number {
  return values.findLastIndex((value) => !Number.isNaN(value));
}

/** Pairs of neighbouring positions that both have a value; a year without one breaks the line. */
function segmentsOf(values: readonly number[]): readonly (readonly [number, number])[] {
  return values.flatMap((value, i) =>
    i > 0 && !Number.isNaN(value) && !Number.isNaN(values[i - 1]) ? [[i - 1, i] as const] : [],
  );
}
