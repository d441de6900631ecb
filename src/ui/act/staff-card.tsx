import type { PlaceSitesAnswer, StaffFigures } from "../../app/plans.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./staff-card.module.css";

/** What each profession of the centres gains by the plan. */
export function StaffCard({ answer: { staff } }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const words = t.act.staff.gains;
  if (!staff) return null;
  return (
    <Section title={words.title} topic="act">
      <ul className={classes.list} aria-label={words.caption}>
        {staff
          .filter(({ fte }) => fte > 0)
          .map((part) => (
            <Gain key={part.profession} part={part} />
          ))}
      </ul>
    </Section>
  );
}

function Gain({ part }: { readonly part: StaffFigures }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.act.staff.gains;
  const { profession, threshold, planFte, importance, today, planned, filled } = part;
  const { digits } = PROFESSION_RULES[profession];
  const lifted = today.peopleUnder - planned.peopleUnder;
  return (
    <li data-profession={profession}>
      <h3 className={classes.name}>{words.row(t.professions.names[profession], f.decimal(threshold, digits))}</h3>
      <p className={classes.note}>{words.staff(f.decimal(planFte, 1), f.limit(importance))}</p>
      <dl className={classes.figures}>
        <div>
          <dt>{words.under}</dt>
          <dd data-under={planned.peopleUnder}>
            {words.change(f.people(today.peopleUnder), f.people(planned.peopleUnder))}
          </dd>
        </div>
        <div>
          <dt>{words.lifted}</dt>
          <dd data-lifted={lifted}>{f.people(lifted)}</dd>
        </div>
        <div>
          <dt>{words.filled}</dt>
          <dd data-filled={filled}>{Number.isNaN(filled) ? words.none : f.percent(filled)}</dd>
        </div>
      </dl>
    </li>
  );
}
