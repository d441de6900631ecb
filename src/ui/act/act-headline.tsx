import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "../understand/headline.module.css";
import { distinctParents, peopleUnder, type Reading, shareUnder } from "../understand/reading.ts";

/** The number the centres are there to lower: people under the threshold as published. */
export function ActHeadline({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { answer, series, threshold } = reading;
  const { summary } = answer;
  const words = t.understand.headline;
  const share = (of: typeof summary) => f.percent(shareUnder(of, threshold, series));
  if (summary.people === 0) return <p className={classes.sentence}>{words.nothing}</p>;
  const under = peopleUnder(summary, threshold, series);
  return (
    <div className={classes.headline}>
      <p className={classes.label}>
        {words.label(f.limit(threshold), t.units.plain[series.profession])}
        <InfoButton topic="people" />
      </p>
      <p className={classes.figure} data-exact={under}>
        {f.people(under)}
      </p>
      <p className={classes.compare}>
        <strong>{words.share(share(summary), summary.territory.name)}</strong>
        {distinctParents(answer).map((parent) => (
          <span key={parent.territory.code} className={classes.parent}>
            {words.parent(parent.territory.name, share(parent))}
          </span>
        ))}
      </p>
    </div>
  );
}
