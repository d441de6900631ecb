import { type CSSProperties, useId } from "react";
import type { FoundFront } from "../../core/placement/front.ts";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./front-card.module.css";
import { isMoreBetter, letterOf, writeValue } from "./front-words.ts";

interface FrontChartProps {
  readonly found: FoundFront;
  readonly shown: number;
  readonly minutes: number;
  readonly onShow: (k: number) => void;
}

/** The first two aims, better to the right and upwards; arrows go from plan to plan. */
export function FrontChart({ found: { front, aims }, shown, minutes, onShow }: FrontChartProps) {
  const t = useTexts();
  const f = useFormats();
  const name = useId();
  const words = t.act.front;
  const places = [0, 1].map((a) => placesOf(front.map(({ values }) => values[a])).map((at) => flip(a, at)));
  const label = (a: number) => words.better(words.axes[aims[a]](f.integer(minutes)));
  return (
    <div className={classes.chart}>
      <p className={classes.up} aria-hidden>
        ↑ {label(1)}
      </p>
      <div className={classes.plot} role="radiogroup" aria-label={words.choose}>
        {front.map((plan, k) => (
          <label
            key={plan.sites.join()}
            className={classes.point}
            data-shown={k === shown || undefined}
            style={{ "--x": places[0][k], "--y": places[1][k] } as CSSProperties}
          >
            <input
              type="radio"
              name={name}
              className={classes.hidden}
              checked={k === shown}
              onChange={() => onShow(k)}
              aria-label={words.point(
                letterOf(k),
                f.list(
                  aims.map(
                    (aim, a) => `${words.axes[aim](f.integer(minutes))} ${writeValue(aim, plan.values[a], f, t)}`,
                  ),
                ),
              )}
            />
            <span aria-hidden>{letterOf(k)}</span>
          </label>
        ))}
      </div>
      <p className={classes.right} aria-hidden>
        {label(0)} →
      </p>
    </div>
  );

  function flip(a: number, at: number): number {
    return isMoreBetter(aims[a]) ? at : 1 - at;
  }
}

/** Between 0 and 1 over the extent of the values; in the middle where they are all the same. */
function placesOf(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (most > least ? (value - least) / (most - least) : 0.5));
}
