import { scaleLinear } from "d3-scale";
import { estimateWidth, INK, MUTED, px, RULE, SMALL, shorten } from "./ink.ts";

export interface GroupBar {
  readonly key: string;
  readonly name: string;
  /** Beside the name, such as its people. */
  readonly detail: string;
  /** Mean access, not negative; NaN where there is none. */
  readonly mean: number;
  /** Share under the threshold, between 0 and 1; NaN where there is none. */
  readonly under: number;
}

export interface GroupBarsProps {
  readonly groups: readonly GroupBar[];
  /** The same two figures of everyone: a mark across every bar. */
  readonly everyone: { readonly name: string; readonly mean: number; readonly under: number };
  readonly width: number;
  /** What is compared: names the drawing. */
  readonly label: string;
  readonly texts: { readonly mean: string; readonly under: string; readonly missing: string };
  readonly formatMean: (value: number) => string;
  readonly formatShare: (share: number) => string;
}

const HEAD = 20;
const ROW = 38;
const BAR = 9;
const GAP = 18;
const FOOT = 16;
const TEXT = SMALL + 1;
const MEAN_COLOUR = "#2f8f83";
const UNDER_COLOUR = "#bd8537";

/** Groups of people side by side: the access they live with, and how many of them live under the threshold. */
export function GroupBars({ groups, everyone, width, label, texts, formatMean, formatShare }: GroupBarsProps) {
  const height = HEAD + groups.length * ROW + FOOT;
  const half = (width - GAP) / 2;
  const columns = [
    { of: "mean", title: texts.mean, left: 0, colour: MEAN_COLOUR, format: formatMean },
    { of: "under", title: texts.under, left: half + GAP, colour: UNDER_COLOUR, format: formatShare },
  ] as const;
  const write = (value: number, format: (value: number) => string) =>
    Number.isNaN(value) ? texts.missing : format(value);
  const summary = groups
    .map((group) => `${group.name} : ${write(group.mean, formatMean)}, ${write(group.under, formatShare)}`)
    .join(" ; ");
  return (
    <svg
      role="img"
      aria-label={`${label}. ${summary}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={TEXT}
      style={{ display: "block" }}
    >
      <g>
        {groups.map((group, i) => (
          <g key={group.key}>
            <text x={0} y={HEAD + i * ROW + 12} fill={INK} fontWeight={600}>
              {shorten(group.name, width - estimateWidth(group.detail) - 14, TEXT)}
            </text>
            <text x={width} y={HEAD + i * ROW + 12} textAnchor="end" fill={MUTED} fontSize={SMALL}>
              {group.detail}
            </text>
          </g>
        ))}
        {columns.map(({ of, title, left, colour, format }) => {
          const known = [...groups.map((group) => group[of]), everyone[of]].filter((value) => !Number.isNaN(value));
          const room = Math.max(...groups.map((group) => estimateWidth(write(group[of], format), TEXT))) + 6;
          const x = scaleLinear([0, Math.max(...known, Number.MIN_VALUE)], [0, half - room]);
          const mark = px(left + x(everyone[of]));
          return (
            <g key={of}>
              <text x={left} y={11} fill={MUTED} fontSize={SMALL}>
                {shorten(title, half)}
              </text>
              {groups.map((group, i) => {
                const top = HEAD + i * ROW + 19;
                const length = Number.isNaN(group[of]) ? 0 : x(group[of]);
                return (
                  <g key={group.key}>
                    <rect
                      x={px(left)}
                      y={top}
                      width={px(half - room)}
                      height={BAR}
                      rx={2}
                      fill={RULE}
                      fillOpacity={0.35}
                    />
                    {length > 0 && (
                      <rect x={px(left)} y={top} width={px(Math.max(1, length))} height={BAR} rx={2} fill={colour} />
                    )}
                    <text
                      x={px(left + half)}
                      y={top + 9}
                      textAnchor="end"
                      fill={INK}
                      style={{ fontVariantNumeric: "tabular-nums" }}
                    >
                      {write(group[of], format)}
                    </text>
                  </g>
                );
              })}
              {!Number.isNaN(everyone[of]) && (
                <>
                  {groups.map((group, i) => (
                    <line
                      key={group.key}
                      x1={mark}
                      x2={mark}
                      y1={HEAD + i * ROW + 16}
                      y2={HEAD + i * ROW + 19 + BAR + 3}
                      stroke={INK}
                      strokeWidth={1.5}
                    />
                  ))}
                  <text x={px(left)} y={height - 3} fill={MUTED} fontSize={SMALL}>
                    {shorten(`| ${everyone.name} ${format(everyone[of])}`, half)}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
