import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import { bodyOf } from "../committee/standing.ts";
import entries from "../report/entries.module.css";
import classes from "../report/forms.module.css";
import { DecisionForm } from "./decision-form.tsx";
import { type Appeal, listAppeals } from "./list-appeals.ts";
import { readWhole } from "./moderated-texts.ts";

interface AppealsSectionProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly isModerator: boolean;
}

/** Authors who do not agree, for a moderator other than the one who decided. */
export function AppealsSection({ view, board, isModerator }: AppealsSectionProps) {
  const { moderation } = useTexts();
  const words = moderation.appeals;
  const appeals = listAppeals(view);
  return (
    <Section title={words.title(appeals.length)}>
      {appeals.length === 0 && <p className={classes.help}>{words.none}</p>}
      <ul className={entries.list}>
        {appeals.map((appeal) => (
          <OneAppeal key={appeal.id} view={view} board={board} isModerator={isModerator} appeal={appeal} />
        ))}
      </ul>
    </Section>
  );
}

function OneAppeal({ view, board, isModerator, appeal }: AppealsSectionProps & { readonly appeal: Appeal }) {
  const { moderation } = useTexts();
  const [isDeciding, setDeciding] = useState(false);
  const record = view.log.records.get(appeal.target);
  const decision = bodyOf(view, appeal.moderation, "moderation");
  const state = view.state.contributions.find(({ id }) => id === appeal.target)?.visibility ?? "visible";
  const isConcerned = [appeal.author, appeal.moderator].includes(board.key ?? "");
  if (record === undefined || decision === null) return null;
  return (
    <li className={entries.item} data-appeal={appeal.id}>
      <p className={entries.body}>{appeal.text}</p>
      <p className={entries.meta}>
        {moderation.appeals.against(`${moderation.decision.grounds[decision.ground]} · ${decision.statement}`)}
      </p>
      {isModerator && <p className={entries.body}>{readWhole(record)}</p>}
      {isModerator && !isConcerned && !isDeciding && (
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => setDeciding(true)}>
            {moderation.texts.decide}
          </Button>
        </div>
      )}
      {isDeciding && <DecisionForm view={view} record={record} state={state} onDone={() => setDeciding(false)} />}
    </li>
  );
}
