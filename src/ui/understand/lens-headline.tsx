import { InfoButton } from "../parts/info-button.tsx";
import { type MethodTopic, useFormats, useTexts } from "../services.tsx";
import classes from "./headline.module.css";
import { writeShare } from "./write-share.ts";

/** A territory and its share of people; NaN where nobody is counted. */
interface TerritoryShare {
  readonly name: string;
  readonly share: number;
}

interface LensHeadlineProps {
  readonly label: string;
  readonly topic: MethodTopic;
  readonly people: number;
  readonly own: TerritoryShare;
  /** Nearest first; one that bears the name before it says nothing more. */
  readonly parents: readonly TerritoryShare[];
  readonly sentences: readonly string[];
}

/** The one big number of a lens: people, their share, and that of what the territory belongs to. */
export function LensHeadline({ label, topic, people, own, parents, sentences }: LensHeadlineProps) {
  const t = useTexts();
  const f = useFormats();
  if (Number.isNaN(own.share)) return <p className={classes.sentence}>{t.diagnoses.nobody}</p>;
  const distinct = parents.filter(({ name }, i) => name !== (parents[i - 1] ?? own).name);
  return (
    <div className={classes.headline}>
      <p className={classes.label}>
        {label}
        <InfoButton topic={topic} />
      </p>
      <p className={classes.figure} data-exact={people} aria-live="polite">
        {f.people(people)}
      </p>
      <p className={classes.compare}>
        <strong>{t.diagnoses.share(writeShare(own.share, f, t), own.name)}</strong>
        {distinct.map(({ name, share }) => (
          <span key={name} className={classes.parent}>
            {t.diagnoses.parent(name, writeShare(share, f, t))}
          </span>
        ))}
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
