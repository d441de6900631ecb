import { PARTS, type Part } from "../../app/participate-choices.ts";
import { formatQuestion } from "../../app/question.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./participate-room.module.css";
import { PART_VIEWS } from "./parts.ts";

/** What one can do in the room: links, so that each can be sent or opened beside this one. */
export function PartNav() {
  const { participate: words } = useTexts();
  return (
    <nav aria-label={words.parts.label}>
      <ul className={classes.parts}>
        {PARTS.filter((part) => PART_VIEWS[part]).map((part) => (
          <li key={part}>
            <PartLink part={part} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PartLink({ part }: { readonly part: Part }) {
  const { participate: words } = useTexts();
  const { store } = useServices();
  const question = useQuestion((q) => q);
  const participate = { ...question.participate, part, record: null };
  return (
    <a
      className={classes.part}
      href={formatQuestion({ ...question, participate }) || "?"}
      aria-current={question.participate.part === part ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        store.ask({ participate }, "push");
      }}
    >
      {words.parts.names[part]}
    </a>
  );
}
