import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./plan-figures.module.css";

/** Who has a place, who has none and why. */
export function CapacityCard({ answer: { capacity, question } }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  if (!capacity) return null;
  const words = t.act.capacity.card;
  const { demand, served, left, sites } = capacity;
  const places = f.integer(sites.reduce((sum, site) => sum + site.capacity, 0));
  const full = sites.filter(({ capacity: most, people }) => people >= most - 0.5).length;
  const [everybody, going] = [f.integer(demand), f.integer(served)];
  return (
    <Section title={words.title} topic="act">
      <p data-placed={served}>
        {question.practices
          ? words.beside(going, places, everybody)
          : question.objective === "mclp"
            ? words.part(going, everybody, places)
            : words.all(everybody, places)}
      </p>
      {left.full >= 0.5 && <p data-left={left.full}>{words.full(f.integer(left.full))}</p>}
      {left.beyond >= 0.5 && <p>{words.beyond(f.integer(left.beyond))}</p>}
      <p className={classes.note}>{words.fullSites(full, sites.length)}</p>
      {full === sites.length && left.full >= 0.5 && <p className={classes.note}>{t.act.capacity.ties}</p>}
    </Section>
  );
}
