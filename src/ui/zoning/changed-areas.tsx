import type { ZoningAnswer } from "../../app/zoning.ts";

import panel from "../parts/panel.module.css";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { countByClass, listChangedAreas } from "./zoning-changes.ts";
import classes from "./zoning-panel.module.css";
import { nameArea, shortOf, writeAccess } from "./zoning-view.ts";

interface ChangedAreasProps {
  readonly answer: ZoningAnswer;
  /** Of the scenario. */
  readonly title: string;
}

/** Which areas a scenario would move to another class by the figures, and people by class before and after. */
export function ChangedAreas({ answer, title }: ChangedAreasProps) {
  const t = useTexts();
  const f = useFormats();
  const { rule, areas } = answer;
  const words = t.zoning.scenario;
  const people = (n: number) => t.common.inhabitants(n, f.people(n));
  const changed = listChangedAreas(answer);
  const byClass = countByClass(answer);
  const moved = changed.reduce((sum, { area }) => sum + areas.peopleInside[area], 0);
  return (
    <Section title={words.title(title)} topic="zoning">
      <div className={panel.field} data-changed-areas={changed.length}>
        <p className={panel.note}>
          <strong>{t.zoning.banner}.</strong> {words.basis[rule.ages]}
        </p>
        <p className={classes.area}>
          {changed.length === 0
            ? words.none
            : words.changed(t.zoning.areas(changed.length, f.integer(changed.length)), people(moved))}
        </p>
        {changed.length > 0 && (
          <ul className={classes.areas}>
            {changed.map(({ area, before, after }) => (
              <li key={areas.keys[area]} data-area={areas.keys[area]}>
                <strong>{nameArea(answer, area, t)}</strong>
                {` · ${words.move(shortOf(rule, before, f, t), shortOf(rule, after, f, t))} · ${words.values(
                  writeAccess(areas.before?.access[area] ?? Number.NaN, rule, f, t),
                  writeAccess(areas.access[area], rule, f, t),
                )} · ${people(areas.peopleInside[area])}`}
              </li>
            ))}
          </ul>
        )}
        <ScrollTable caption={words.caption}>
          <thead>
            <tr>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {byClass.map(({ before, after }, k) => (
              <tr key={rule.classes[k].id} data-class={rule.classes[k].id} data-before={before} data-after={after}>
                <th scope="row">{shortOf(rule, k, f, t)}</th>
                <td>{f.people(before)}</td>
                <td>{f.people(after)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </Section>
  );
}
