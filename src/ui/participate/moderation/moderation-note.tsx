import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { bodyOf, dayOf } from "../committee/standing.ts";
import { describeAuthor } from "../proposals/author-words.ts";
import { useAct } from "../proposals/use-act.ts";
import entries from "../report/entries.module.css";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { typedText } from "../report/report-answers.ts";
import { listAppeals } from "./list-appeals.ts";

interface ModerationNoteProps {
  readonly view: SpaceView;
  readonly board: Board;
  /** Record of the decision. */
  readonly id: string;
  /** Whether the key in use wrote what was decided on: then one can appeal. */
  readonly isAuthor: boolean;
}

/** Who decided, in which role, when and why; and for the author, how to say it is wrong. */
export function ModerationNote({ view, board, id, isAuthor }: ModerationNoteProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const act = useAct();
  const [isAppealing, setAppealing] = useState(false);
  const [text, setText] = useState("");
  const body = bodyOf(view, id, "moderation");
  const record = view.log.records.get(id);
  const words = t.moderation;
  if (body === null || record === undefined) return null;
  const day = dayOf(view, id);
  const hasAppealed = listAppeals(view).some((one) => one.moderation === id && one.author === board.key);
  const send = async () => {
    const clean = typedText(text);
    if (clean === "") return;
    const draft = { type: "comment", scope: record.hdr.scope, body: { target: id, text: clean } } as const;
    if (await act.run(() => contributions.publish(view.space, draft), words.appeals.sent)) setAppealing(false);
  };
  return (
    <div className={classes.warning} data-moderation={id}>
      <strong>
        {words.decision.noteTitle(
          words.decision.past[body.action],
          describeAuthor(view, record.hdr.author, board.key, t),
          day === null ? words.decision.unreceived : f.date(day),
        )}
      </strong>
      <p className={entries.body}>{words.decision.note(words.decision.grounds[body.ground], body.statement)}</p>
      {isAuthor && <p className={entries.body}>{words.decision.noteAppeal(body.appeal)}</p>}
      {isAuthor && hasAppealed && <p>{words.appeals.mine}</p>}
      {isAuthor && !hasAppealed && !isAppealing && (
        <Button size="xs" variant="default" onClick={() => setAppealing(true)}>
          {words.appeals.contest}
        </Button>
      )}
      {isAppealing && (
        <form
          className={classes.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            label={words.appeals.label}
            help={words.appeals.help}
            value={text}
            longest={LONGEST_TEXT}
            isLong
            onChange={setText}
          />
          <Fault text={act.problem} />
          <div className={classes.actions}>
            <Button size="xs" type="submit" loading={act.isBusy}>
              {words.appeals.send}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAppealing(false)}>
              {words.decision.cancel}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
