import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, SURFACE, shorten } from "./ink.ts";

/** The worst-off `people[k]` of everyone hold `held[k]` of everything; both from 0 to 1, ascending. */
export interface LorenzSeries {
  readonly key: string;
  readonly name: string;
  readonly people: Float64Array;
  readonly held: Float64Array;
  /** What the worse-off half holds, from the whole curve: `held` may be thinned. */
  readonly half: number;
  readonly colour: string;
  readonly emphasised: boolean;
}

export interface LorenzChartProps {
  readonly series: readonly LorenzSeries[];
  readonly width: number;
  /** What the drawing is, and what it shows, in words. */
  readonly label: string;
  readonly summary: string;
  readonly texts: {
    readonly people: string;
    readonly held: string;
    readonly equality: string;
  };
  readonly format: (share: number) => string;
  /** Shorter, for the axes. */
  readonly formatTick: (share: number) => string;
}

const LEFT = 40;
const RIGHT = 10;
const TOP = 20;
const BOTTOM = 34;
const WIDEST = 420;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LINE = 15;

/** How unequally access is shared: people from the worst to the best served against what they hold together. */
export function LorenzChart({ series, width, label, summary, texts, format, formatTick }: LorenzChartProps) {
  const side = Math.min(width, WIDEST) - LEFT - RIGHT;
  const height = side + TOP + BOTTOM;
  const x = scaleLinear([0, 1], [LEFT, LEFT + side]);
  const y = scaleLinear([0, 1], [TOP + side, TOP]);
  const order = [...series].sort((a, b) => Number(a.emphasised) - Number(b.emphasised));
  const main = series.find((one) => one.emphasised);
  const legendTop = y(0) - 10 - (series.length - 1) * LINE;
  return (
    <svg
      role="img"
      aria-label={`${label}. ${summary}`}
      width={px(side + LEFT + RIGHT)}
      height={px(height)}
      viewBox={`0 0 ${px(side + LEFT + RIGHT)} ${px(height)}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      <g>
        <text x={4} y={10} fill={MUTED}>
          {texts.held}
        </text>
        {TICKS.map((tick) => (
          <g key={tick} fill={MUTED}>
            <line x1={px(x(0))} x2={px(x(1))} y1={px(y(tick))} y2={px(y(tick))} stroke={RULE} strokeOpacity={0.7} />
            <line x1={px(x(tick))} x2={px(x(tick))} y1={px(y(0))} y2={px(y(0) + 4)} stroke={RULE} />
            <text x={px(x(0) - 6)} y={px(y(tick) + 4)} textAnchor="end">
              {formatTick(tick)}
            </text>
            <text x={px(x(tick))} y={px(y(0) + 16)} textAnchor={tick === 1 ? "end" : "middle"}>
              {formatTick(tick)}
            </text>
          </g>
        ))}
        <text x={px(x(0.5))} y={px(height - 3)} textAnchor="middle" fill={MUTED}>
          {shorten(texts.people, side)}
        </text>
        {main && <path d={`${curve(main, x, y)}L${px(x(0))} ${px(y(0))}Z`} fill={main.colour} fillOpacity={0.09} />}
        <line x1={px(x(0))} y1={px(y(0))} x2={px(x(1))} y2={px(y(1))} stroke={INK} strokeDasharray="4 4" />
        <text transform={`translate(${px(x(0.3) - 5)} ${px(y(0.3) - 5)}) rotate(-45)`} textAnchor="middle" fill={MUTED}>
          {texts.equality}
        </text>
        {order.map((one, i) => (
          <path
            key={one.key}
            d={curve(one, x, y)}
            fill="none"
            stroke={one.colour}
            strokeWidth={one.emphasised ? 2.5 : 1.5}
            strokeDasharray={dashOf(i, order.length)}
            strokeLinejoin="round"
          />
        ))}
        {main && (
          <HalfMark at={px(x(0.5))} top={px(y(main.half))} base={px(y(0))} left={px(x(0))} colour={main.colour} />
        )}
        {main && (
          <text x={px(x(0.5) + 9)} y={px(y(main.half) + 12)} fill={main.colour} fontWeight={700} fontSize={SMALL + 1}>
            {format(main.half)}
          </text>
        )}
        {[...order].reverse().map((one, i) => {
          const name = shorten(one.name, side * 0.42);
          const top = px(legendTop + i * LINE);
          const end = px(x(1) - 4);
          const start = px(x(1) - 12 - estimateWidth(name));
          return (
            <g key={one.key}>
              <line
                x1={px(start - 20)}
                x2={start}
                y1={px(top - 4)}
                y2={px(top - 4)}
                stroke={one.colour}
                strokeWidth={one.emphasised ? 2.5 : 1.5}
                strokeDasharray={dashOf(order.indexOf(one), order.length)}
              />
              <text
                x={end}
                y={top}
                textAnchor="end"
                fill={one.emphasised ? one.colour : MUTED}
                fontWeight={one.emphasised ? 700 : 500}
              >
                {name}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}

interface HalfMarkProps {
  readonly at: number;
  readonly top: number;
  readonly base: number;
  readonly left: number;
  readonly colour: string;
}

function HalfMark({ at, top, base, left, colour }: HalfMarkProps) {
  return (
    <>
      <path d={`M${at} ${base}V${top}H${left}`} fill="none" stroke={colour} strokeDasharray="1.5 3" />
      <circle cx={at} cy={top} r={4} fill={colour} stroke={SURFACE} strokeWidth={1.5} />
    </>
  );
}

/** The last drawn, the one asked about, is whole; the others are told apart by their dashes too. */
function dashOf(i: number, count: number): string | undefined {
  return i === count - 1 ? undefined : ["6 3", "2 3", "8 3 2 3", "1 4"][i % 4];
}

function curve({ people, held }: LorenzSeries, x: (share: number) => number, y: (share: number) => number): string {
  const points = Array.from(people, (share, k) => `${px(x(share))} ${px(y(held[k]))}`);
  return `M${points.join("L")}`;
}
