import { fteOfSite, type PlaceSitesAnswer } from "../../app/plans.ts";
import { isPurchase } from "../../core/placement/place-budget.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./plan-figures.module.css";

/** What the budget buys, and what a little more would. */
export function PurchaseCard({ answer: { found, sites, question } }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  if (!isPurchase(found)) return null;
  const words = t.act.purchase;
  const each = fteOfSite(question);
  const fte = sites.reduce((sum, { size }) => sum + each * (size?.multiple ?? 1), 0);
  const { spent, next } = found;
  const total = question.budget?.total ?? 0;
  const share = next && found.objective > 0 ? next.gain / found.objective : 0;
  return (
    <Section title={words.title} topic="act">
      <p data-spent={spent}>
        {words.bought(sites.length, f.integer(sites.length), f.limit(fte), f.integer(spent), f.integer(total))}
      </p>
      {next && (
        <p className={classes.note}>
          {share > 0.0005
            ? (next.isProven ? words.next : words.nextUnproven)(
                f.integer(next.more),
                f.percent(share),
                f.decimal((share * spent) / next.more, 1),
              )
            : words.nothing(f.integer(next.more))}
        </p>
      )}
    </Section>
  );
}
