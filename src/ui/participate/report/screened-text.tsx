import { useDeferredValue } from "react";
import { useTexts } from "../../services.tsx";
import classes from "./forms.module.css";
import { findPersonal } from "./report-answers.ts";

/** What a text tells of somebody, named as it is typed. */
export function ScreenedText({ text }: { readonly text: string }) {
  const { screen } = useTexts().report;
  const mentions = findPersonal(useDeferredValue(text));
  return (
    <div role="status">
      {mentions.length > 0 && (
        <div className={classes.warning}>
          <strong>{screen.found}</strong>
          <ul>
            {mentions.map(({ kind, start, words }) => (
              <li key={`${kind} ${start}`}>{screen.mention(screen.kinds[kind], words)}</li>
            ))}
          </ul>
        </div>
      )}
      {mentions.length === 0 && text.trim() !== "" && <p className={classes.good}>{screen.clean}</p>}
    </div>
  );
}
