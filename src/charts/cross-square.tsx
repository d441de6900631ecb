import { estimateWidth, INK, MUTED, px, RULE, SMALL, shorten } from "./ink.ts";

export interface CrossSquareProps {
  /** By rows from the first third of the upright axis, then along the other: nine colours. */
  readonly colours: readonly string[];
  /** Names of the thirds, lowest first. */
  readonly up: readonly string[];
  readonly across: readonly string[];
  /** Names of the axes, and what the drawing is. */
  readonly upAxis: string;
  readonly acrossAxis: string;
  readonly label: string;
  readonly width: number;
}

const CELL_HEIGHT = 22;
const GAP = 2;
const TOP = 4;
const BOTTOM = 32;

export function crossSquareHeight(): number {
  return TOP + 3 * (CELL_HEIGHT + GAP) + BOTTOM;
}

/** Legend of two quantities at once: a square of three by three colours, both axes in words, the lowest at the bottom left. */
export function CrossSquare({ colours, up, across, upAxis, acrossAxis, label, width }: CrossSquareProps) {
  const left = Math.min(width * 0.4, Math.max(...up.map((name) => estimateWidth(name)), estimateWidth(upAxis)) + 8);
  const cell = (width - left) / 3;
  const height = crossSquareHeight();
  const bottom = TOP + 3 * (CELL_HEIGHT + GAP);
  const summary = `${upAxis} ${up.join(", ")}; ${acrossAxis} ${across.join(", ")}`;
  return (
    <svg
      role="img"
      aria-label={`${label}: ${summary}`}
      width={width}
      height={height}
      viewBox={`0 0 ${px(width)} ${height}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      {up.map((name, row) => {
        const y = TOP + (2 - row) * (CELL_HEIGHT + GAP);
        return (
          <g key={name}>
            <text x={px(left - 8)} y={y + CELL_HEIGHT / 2 + 4} textAnchor="end" fill={MUTED}>
              {shorten(name, left - 8)}
            </text>
            {across.map((other, column) => (
              <rect
                key={other}
                x={px(left + column * cell)}
                y={y}
                width={px(cell - GAP)}
                height={CELL_HEIGHT}
                fill={colours[3 * row + column]}
                stroke={RULE}
                strokeWidth={0.5}
              />
            ))}
          </g>
        );
      })}
      {across.map((name, column) => (
        <text
          key={name}
          x={px(left + (column + 0.5) * cell - GAP / 2)}
          y={bottom + 12}
          textAnchor="middle"
          fill={MUTED}
        >
          {shorten(name, cell - 4)}
        </text>
      ))}
      <text x={px(width - GAP)} y={bottom + 27} textAnchor="end" fill={INK}>
        {acrossAxis}
      </text>
      <text x={0} y={bottom + 27} fill={INK}>
        {upAxis}
      </text>
    </svg>
  );
}
