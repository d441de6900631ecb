import { useTexts } from "../../services.tsx";
import entries from "../report/entries.module.css";
import type { Entry } from "./list-proposals.ts";

/** Says when a text is not simply there to be read. */
export function StateTag({ state }: Pick<Entry, "state">) {
  const { proposals: words } = useTexts();
  if (state === "visible") return null;
  const said = {
    redacted: words.redacted,
    hidden: words.hidden,
    held: words.held,
    waiting: words.waiting,
    pending: words.pending,
  };
  return (
    <div className={entries.tags}>
      <span className={entries.tag} data-tone="sand">
        {said[state]}
      </span>
    </div>
  );
}
