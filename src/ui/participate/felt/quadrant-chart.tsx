import { useElementSize } from "@mantine/hooks";
import type { FeltAnswer } from "../../../app/felt.ts";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./felt.module.css";
import { QUADRANT_COLOURS } from "./felt-view.ts";

const HEIGHT = 300;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 8, 18, 36];

/** Each area by what is computed, across, and what is told, up, with the limits of chance and of silence; cuts in dashes. */
export function QuadrantChart({ answer }: { readonly answer: FeltAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.felt.chart;
  const known = answer.areas.filter(({ under, rate }) => Number.isFinite(under) && Number.isFinite(rate));
  const most = { x: Math.max(answer.underCut, ...known.map(({ under }) => under)) * 1.05, y: highest(answer) };
  const x = (share: number) => LEFT + (share / (most.x || 1)) * (width - LEFT - RIGHT);
  const y = (rate: number) => HEIGHT - BOTTOM - (Math.min(rate, most.y) / (most.y || 1)) * (HEIGHT - TOP - BOTTOM);
  const [cutX, cutY] = [x(answer.underCut), y(answer.cut)];
  return (
    <div ref={ref} className={classes.chart}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={words.label(known.length)}>
          <rect
            className={classes.frame}
            x={LEFT}
            y={TOP}
            width={width - LEFT - RIGHT}
            height={HEIGHT - TOP - BOTTOM}
          />
          <line className={classes.cut} x1={cutX} x2={cutX} y1={TOP} y2={HEIGHT - BOTTOM} />
          <line className={classes.cut} x1={LEFT} x2={width - RIGHT} y1={cutY} y2={cutY} />
          <text className={classes.corner} x={width - RIGHT - 4} y={TOP + 14} textAnchor="end">
            {t.felt.quadrants.confirmed.name}
          </text>
          <text className={classes.corner} x={LEFT + 4} y={TOP + 14}>
            {t.felt.quadrants.hidden.name}
          </text>
          <text className={classes.corner} x={width - RIGHT - 4} y={HEIGHT - BOTTOM - 6} textAnchor="end">
            {t.felt.quadrants.silent.name}
          </text>
          <text className={classes.corner} x={LEFT + 4} y={HEIGHT - BOTTOM - 6}>
            {t.felt.quadrants.served.name}
          </text>
          {known.map(({ id, under, rate, low, high, quadrant }) => (
            <g key={id}>
              <line className={classes.range} x1={x(under)} x2={x(under)} y1={y(low)} y2={y(high)} />
              <circle
                cx={x(under)}
                cy={y(rate)}
                r={5}
                fill={quadrant === "unknown" ? "none" : QUADRANT_COLOURS[quadrant]}
                stroke="#1c2925"
              />
            </g>
          ))}
          <text className={classes.axis} x={LEFT} y={HEIGHT - 20}>
            {f.percent(0)}
          </text>
          <text className={classes.axis} x={width - RIGHT} y={HEIGHT - 20} textAnchor="end">
            {f.percent(most.x)}
          </text>
          <text className={classes.axis} x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
            {words.across}
          </text>
          <text className={classes.axis} x={LEFT - 4} y={TOP + 8} textAnchor="end">
            {f.decimal(most.y, 1)}
          </text>
          <text className={classes.axis} x={LEFT - 4} y={HEIGHT - BOTTOM} textAnchor="end">
            {f.integer(0)}
          </text>
          <text className={classes.axis} x={LEFT} y={TOP - 6}>
            {words.up}
          </text>
        </svg>
      )}
    </div>
  );
}

/** Far enough for every rate and for the intervals of those told of; the widest go out of the frame. */
function highest({ areas, cut }: FeltAnswer): number {
  const rates = areas.map(({ rate }) => rate).filter(Number.isFinite);
  const highs = areas.filter(({ cellsTold }) => cellsTold > 0).map(({ high }) => high);
  return Math.max(cut * 2, ...rates.map((rate) => rate * 1.1), ...highs.filter(Number.isFinite));
}
