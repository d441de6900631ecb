import { UnstyledButton } from "@mantine/core";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./headline.module.css";
import { distinctParents, peopleUnder, type Reading, shareUnder } from "./reading.ts";

/** The one big number: people under the threshold, and what it is a share of. */
export function Headline({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { answer, series, threshold, ownThreshold, isMoved } = reading;
  const { summary } = answer;
  const share = (of: typeof summary) => f.percent(shareUnder(of, threshold, series));
  if (summary.people === 0) return <p className={classes.sentence}>{t.understand.headline.nothing}</p>;
  const under = peopleUnder(summary, threshold, series);
  return (
    <div className={classes.headline}>
      <p className={classes.label}>
        {t.understand.headline.label(f.limit(threshold), t.units.plain[series.profession])}
        <InfoButton topic="people" />
      </p>
      <p className={classes.figure} data-exact={under} aria-live="polite">
        {f.people(under)}
      </p>
      <p className={classes.compare}>
        <strong>{t.understand.headline.share(share(summary), summary.territory.name)}</strong>
        {distinctParents(answer).map((parent) => (
          <span key={parent.territory.code} className={classes.parent}>
            {t.understand.headline.parent(parent.territory.name, share(parent))}
          </span>
        ))}
      </p>
      <p className={classes.sentence}>
        {t.understand.headline.sentence(f.people(summary.people))}{" "}
        {summary.peopleWithout > 0
          ? t.understand.headline.without(f.people(summary.peopleWithout))
          : t.understand.headline.withoutNone}
      </p>
      {isMoved && (
        <UnstyledButton className={classes.reset} onClick={() => store.ask({ threshold: null })}>
          {t.understand.headline.moved(f.limit(ownThreshold))}
        </UnstyledButton>
      )}
    </div>
  );
}
