import { InfoButton } from "../parts/info-button.tsx";
import classes from "./sentence-list.module.css";
import type { Sentence } from "./sentences.ts";

/** What the figures say, each beside its number, its doubt, the country's, and its method. */
export function SentenceList({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <ul className={classes.list}>
      {sentences.map(({ key, figure, text, note, against, topic }, i) => (
        <li key={key} className={classes.item} data-first={i === 0 || undefined}>
          <p className={classes.text}>
            <strong className={classes.figure} data-measure={key}>
              {figure}
            </strong>{" "}
            {text}
          </p>
          <InfoButton topic={topic} />
          {(against || note) && (
            <p className={classes.note}>
              {against && <span className={classes.against}>{against}</span>}
              {note && <span>{note}</span>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
