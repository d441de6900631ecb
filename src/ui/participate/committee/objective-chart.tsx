import type { ObjectiveTerms } from "../../../core/participation/list-objectives.ts";
import type { Measure } from "../../../core/participation/score-objective.ts";
import classes from "./objective-chart.module.css";

interface ObjectiveChartProps {
  readonly objective: ObjectiveTerms;
  readonly measures: readonly Measure[];
  readonly label: string;
}

const [WIDTH, HEIGHT, EDGE] = [320, 72, 8];

/** The straight path from baseline to target, and what was measured: full dots from the data, rings by the committee. */
export function ObjectiveChart({ objective, measures, label }: ObjectiveChartProps) {
  const { baseline, baselineDate, target, deadline } = objective;
  const shown = measures.filter(({ value }) => Number.isFinite(value));
  const days = [baselineDate, deadline, ...shown.map(({ date }) => date)].map((day) => Date.parse(day));
  const values = [baseline, target, ...shown.map(({ value }) => value)];
  const x = scaleOf(days, EDGE, WIDTH - EDGE);
  const y = scaleOf(values, HEIGHT - EDGE, EDGE);
  const at = (day: string) => x(Date.parse(day));
  return (
    <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className={classes.target} x1={EDGE} x2={WIDTH - EDGE} y1={y(target)} y2={y(target)} />
      <line className={classes.path} x1={at(baselineDate)} y1={y(baseline)} x2={at(deadline)} y2={y(target)} />
      {shown.map(({ date, value, source }) => (
        <circle
          key={`${date} ${source}`}
          className={source === "engine" ? classes.computed : classes.recorded}
          cx={at(date)}
          cy={y(value)}
          r={4}
        />
      ))}
    </svg>
  );
}

/** From the spread of some numbers to pixels; all equal: the middle. */
function scaleOf(of: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...of), Math.max(...of)];
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}
