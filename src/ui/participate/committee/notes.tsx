import type { SpaceView } from "../../../app/contributions/board.ts";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { listNotes } from "./list-notes.ts";
import { shortKey } from "./standing.ts";

/** Notes signed beside a consultation. */
export function Notes({ view, about }: { readonly view: SpaceView; readonly about: string }) {
  const { committee } = useTexts();
  const f = useFormats();
  const notes = listNotes(view, about);
  if (notes.length === 0) return null;
  return (
    <div className={classes.stack}>
      <h3 className={classes.subhead}>{committee.hands.notes}</h3>
      {notes.map(({ id, author, text, day }) => (
        <figure key={id} className={classes.stack}>
          <blockquote className={classes.quote}>{text}</blockquote>
          <figcaption className={classes.quiet}>
            {`${committee.members.key(shortKey(author))}${day === null ? "" : ` · ${f.date(day)}`}`}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
