import type { ZoningAnswer } from "../../app/zoning.ts";
import panel from "../parts/panel.module.css";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { sayText, writeAccess } from "./zoning-view.ts";

/** The highest access of each class, found and published; only where the order published one. */
export function BordersTable({ answer }: { readonly answer: ZoningAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { rule, borders } = answer;
  const words = t.zoning.borders;
  if (rule.classes.every(({ publishedUpTo }) => publishedUpTo === null)) return null;
  return (
    <Section title={words.title} topic="zoning">
      <ScrollTable caption={words.caption}>
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.found}</th>
            <th scope="col">{words.published}</th>
          </tr>
        </thead>
        <tbody>
          {rule.classes.map(({ id, label, publishedUpTo }, k) => (
            <tr key={id}>
              <th scope="row">{sayText(label, f)}</th>
              <td>{f.percent(borders[k].share)}</td>
              <td>{writeAccess(borders[k].highest, rule, f, t)}</td>
              <td>{publishedUpTo === null ? words.none : f.limit(publishedUpTo)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className={panel.note}>{words.help}</p>
    </Section>
  );
}
