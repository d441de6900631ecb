import { INK, MUTED, px, SMALL, SURFACE } from "./ink.ts";

export interface DecileStripProps {
  /** 1 (least) … 10 (most); null where there is no value, and then nothing is marked. */
  readonly decile: number | null;
  /** Ten colours, from the least to the most. */
  readonly colours: readonly string[];
  readonly width: number;
  /** The strip in words: where the place stands among how many. */
  readonly label: string;
  /** Under the two ends. */
  readonly lowest: string;
  readonly highest: string;
}

const GAP = 2;
const TOP = 9;
const CELL = 12;
const HEIGHT = 40;
const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Ten cells, each a tenth, and a mark on the one where a place stands. */
export function DecileStrip({ decile, colours, width, label, lowest, highest }: DecileStripProps) {
  const side = (width - 2 - 9 * GAP) / 10;
  const left = (k: number) => px(1 + (k - 1) * (side + GAP));
  const centre = decile === null ? 0 : left(decile) + side / 2;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      fontSize={SMALL}
      style={{ display: "block" }}
    >
      <g>
        {DECILES.map((k) => (
          <rect key={k} x={left(k)} y={TOP} width={px(side)} height={CELL} rx={2} fill={colours[k - 1]} />
        ))}
        {decile !== null && (
          <>
            <rect
              x={px(left(decile) - 1)}
              y={TOP - 1}
              width={px(side + 2)}
              height={CELL + 2}
              rx={3}
              fill="none"
              stroke={SURFACE}
              strokeWidth={4}
            />
            <rect
              x={px(left(decile) - 0.5)}
              y={TOP - 0.5}
              width={px(side + 1)}
              height={CELL + 1}
              rx={2.5}
              fill={colours[decile - 1]}
              stroke={INK}
              strokeWidth={1.75}
            />
            <path d={`M${px(centre - 4.5)} 0.5h9L${px(centre)} 6.5Z`} fill={INK} />
          </>
        )}
        <text x={1} y={HEIGHT - 4} fill={MUTED}>
          {lowest}
        </text>
        <text x={width - 1} y={HEIGHT - 4} fill={MUTED} textAnchor="end">
          {highest}
        </text>
      </g>
    </svg>
  );
}
