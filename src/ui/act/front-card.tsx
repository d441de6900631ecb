import { useId } from "react";
import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { type FoundFront, isFront } from "../../core/placement/front.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./front-card.module.css";
import { FrontChart } from "./front-chart.tsx";
import { comparePlans, letterOf, writeStanding, writeValue } from "./front-words.ts";

/** Plans none of which beats another: a chart to choose on, the same as a table, and a sentence for each. */
export function FrontCard({ answer }: { readonly answer: PlaceSitesAnswer }) {
  const { found } = answer;
  return isFront(found) ? <Front found={found} minutes={answer.question.minutes} /> : null;
}

function Front({ found, minutes }: { readonly found: FoundFront; readonly minutes: number }) {
  const t = useTexts();
  const f = useFormats();
  const { plans } = useServices();
  const name = useId();
  const words = t.act.front;
  const { front, aims } = found;
  const shown = front.findIndex((plan) => plan.sites.join() === found.sites.join());
  const show = (k: number) => void plans.show(front[k].sites);
  return (
    <Section title={words.title} topic="act">
      <p className={classes.note}>{words.intro(front.length)}</p>
      <FrontChart found={found} shown={shown} minutes={minutes} onShow={show} />
      <ol className={classes.list}>
        {front.map((plan, k) => (
          <li key={plan.sites.join()}>
            <label className={classes.plan} data-plan={letterOf(k)}>
              <input type="radio" name={name} checked={k === shown} onChange={() => show(k)} />
              <span>
                <strong>{words.plan(letterOf(k))}</strong> {comparePlans(found, k, minutes, f, t)}
              </span>
            </label>
          </li>
        ))}
      </ol>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className={classes.caption}>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              {aims.map((aim) => (
                <th key={aim} scope="col">
                  {words.axes[aim](f.integer(minutes))}
                </th>
              ))}
              <th scope="col">{words.standing}</th>
            </tr>
          </thead>
          <tbody>
            {front.map((plan, k) => (
              <tr key={plan.sites.join()} data-shown={k === shown || undefined}>
                <th scope="row">{letterOf(k)}</th>
                {aims.map((aim, a) => (
                  <td key={aim} data-value={plan.values[a]}>
                    {writeValue(aim, plan.values[a], f, t)}
                  </td>
                ))}
                <td>{writeStanding(plan, f, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{words.honest}</p>
    </Section>
  );
}
