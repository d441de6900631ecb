import type { SpaceView } from "../../../app/contributions/board.ts";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { bodyOf, dayOf, isShown, shortKey } from "./standing.ts";

/** Notes signed beside a consultation: hands counted in a room, remarks. */
export function Notes({ view, about }: { readonly view: SpaceView; readonly about: string }) {
  const { committee } = useTexts();
  const f = useFormats();
  const notes = view.state.contributions.filter(
    ({ id, type }) => type === "comment" && bodyOf(view, id, "comment")?.target === about && isShown(view, id),
  );
  if (notes.length === 0) return null;
  return (
    <div className={classes.stack}>
      <h3 className={classes.subhead}>{committee.hands.notes}</h3>
      {notes.map(({ id, author, replacement }) => {
        const day = dayOf(view, id);
        return (
          <figure key={id} className={classes.stack}>
            <blockquote className={classes.quote}>{replacement ?? bodyOf(view, id, "comment")?.text}</blockquote>
            <figcaption className={classes.quiet}>
              {`${committee.members.key(shortKey(author))}${day === null ? "" : ` · ${f.date(day)}`}`}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
