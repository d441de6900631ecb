import { Switch } from "@mantine/core";
import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { SERVED, type Served } from "../../core/placement/assignment.ts";
import { Section } from "../parts/section.tsx";
import { writeTimes } from "../roads/times-label.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { countServed } from "./assignment-view.ts";
import classes from "./links-field.module.css";

/** Whether the map shows who goes to which site, and how many do; why it cannot where nobody is sent anywhere. */
export function LinksField({ answer }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const act = useQuestion((q) => q.act);
  const words = t.sides.links;
  const { assignment, question, times } = answer;
  if (!assignment) return <p className={classes.help}>{words.equity}</p>;
  const counts = countServed(assignment.served);
  const write = (word: Served) => {
    const communes = t.common.communes(counts[word], f.integer(counts[word]));
    return word === "beyond" ? words.beyond(communes, f.integer(question.minutes)) : words[word](communes);
  };
  const said = (Object.keys(SERVED) as Served[]).filter((word) => counts[word] > 0);
  return (
    <Section title={words.title} topic="act">
      <Switch
        size="sm"
        label={words.toggle}
        checked={act.links}
        onChange={(event) => store.ask({ act: { ...act, links: event.currentTarget.checked } })}
      />
      <p className={classes.help}>
        {act.links && act.side === "before" ? words.hidden : words.help(capitalise(writeTimes(times, f, t)))}
      </p>
      <ul className={classes.counts}>
        {said.map((word) => (
          <li key={word} data-served={word} data-communes={counts[word]}>
            {write(word)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
