import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { ModerationNote } from "../moderation/moderation-note.tsx";
import { NoticeForm } from "../moderation/notice-form.tsx";
import entries from "../report/entries.module.css";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { findPersonal, typedText } from "../report/report-answers.ts";
import { ScreenedText } from "../report/screened-text.tsx";
import { describeAuthor } from "./author-words.ts";
import { EraseButton } from "./erase-button.tsx";
import type { Entry, Proposal } from "./list-proposals.ts";
import { StateTag } from "./state-tag.tsx";
import { useAct } from "./use-act.ts";
import { WriteGate } from "./write-gate.tsx";

interface CommentsProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly proposal: Proposal;
}

/** What people say of a proposal, the oldest first. */
export function Comments({ view, board, proposal }: CommentsProps) {
  const { proposals } = useTexts();
  const words = proposals.comments;
  return (
    <Section title={words.title(proposal.comments.length)}>
      {proposal.comments.length === 0 && <p className={classes.help}>{words.none}</p>}
      <ul className={entries.list}>
        {proposal.comments.map((comment) => (
          <Comment key={comment.id} view={view} board={board} comment={comment} />
        ))}
      </ul>
      <WriteGate view={view} board={board} type="comment">
        <CommentForm view={view} proposal={proposal} />
      </WriteGate>
    </Section>
  );
}

function Comment({
  view,
  board,
  comment,
}: {
  readonly view: SpaceView;
  readonly board: Board;
  readonly comment: Entry;
}) {
  const t = useTexts();
  const f = useFormats();
  const { id, author, scope, day, state, text, moderation } = comment;
  return (
    <li className={entries.item} data-comment={id}>
      <p className={entries.meta}>
        {[describeAuthor(view, author, board.key, t), ...(day === null ? [] : [t.proposals.on(f.date(day))])].join(
          " · ",
        )}
      </p>
      <StateTag state={state} />
      {moderation !== null && (
        <ModerationNote view={view} board={board} id={moderation} isAuthor={author === board.key} />
      )}
      <p className={entries.body}>{text}</p>
      <div className={classes.actions}>
        {author === board.key ? (
          <EraseButton view={view} id={id} scope={scope} />
        ) : (
          <NoticeForm view={view} target={id} />
        )}
      </div>
    </li>
  );
}

function CommentForm({ view, proposal }: { readonly view: SpaceView; readonly proposal: Proposal }) {
  const { proposals } = useTexts();
  const { contributions } = useServices();
  const act = useAct();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const words = proposals.comments;
  const send = async () => {
    const clean = typedText(text);
    if (clean === "") return;
    if (findPersonal(clean).length > 0) return setProblem(proposals.form.personal);
    setProblem(undefined);
    const draft = { type: "comment", scope: proposal.scope, body: { target: proposal.id, text: clean } } as const;
    if (await act.run(() => contributions.publish(view.space, draft), words.sent)) setText("");
  };
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label={words.label} value={text} longest={LONGEST_TEXT} isLong onChange={setText} />
      <ScreenedText text={text} />
      <Fault text={problem ?? act.problem} />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={act.isBusy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
