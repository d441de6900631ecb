import { Button, UnstyledButton } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import { usePlaces } from "../../use-answers.ts";
import { ModerationNote } from "../moderation/moderation-note.tsx";
import { NoticeForm } from "../moderation/notice-form.tsx";
import entries from "../report/entries.module.css";
import classes from "../report/forms.module.css";
import { nameScope } from "../report/report-words.ts";
import { describeAuthor } from "./author-words.ts";
import { Comments } from "./comments.tsx";
import { EraseButton } from "./erase-button.tsx";
import type { Proposal } from "./list-proposals.ts";
import { ScenarioBox } from "./scenario-box.tsx";
import { StateTag } from "./state-tag.tsx";
import { SupportBox } from "./support-box.tsx";

interface ProposalPageProps {
  readonly view: SpaceView;
  readonly board: Board;
  /** Absent: not held, or erased. */
  readonly proposal: Proposal | undefined;
  onBack(): void;
}

/** One proposal: its text, what it rests on, who stands behind it, what people say of it. */
export function ProposalPage({ view, board, proposal, onBack }: ProposalPageProps) {
  const t = useTexts();
  const f = useFormats();
  const toast = useToast();
  const { store } = useServices();
  const { places } = usePlaces();
  const words = t.proposals;
  if (proposal === undefined) {
    return <Notice text={words.unknown} actions={[{ label: words.back, onClick: onBack }]} />;
  }
  const { id, title, text, kind, scope, author, day, state, scenarios, moderation } = proposal;
  const copy = async () => {
    await navigator.clipboard.writeText(store.shareUrl(null));
    toast({ title: words.copied });
  };
  return (
    <article className={classes.part}>
      <UnstyledButton className={entries.link} onClick={onBack}>
        <IconChevronLeft size={16} aria-hidden /> {words.back}
      </UnstyledButton>
      <div>
        <div className={entries.tags}>
          <span className={entries.tag}>{words.kinds[kind]}</span>
        </div>
        <h1 className={classes.title}>{title === "" ? words.hiddenText : title}</h1>
        <p className={classes.lead}>
          {[
            nameScope(scope, places),
            describeAuthor(view, author, board.key, t),
            ...(day === null ? [] : [words.on(f.date(day))]),
          ].join(" · ")}
        </p>
      </div>
      <StateTag state={state} />
      {moderation !== null && (
        <ModerationNote view={view} board={board} id={moderation} isAuthor={author === board.key} />
      )}
      <p className={entries.body}>{text}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {words.copyLink}
        </Button>
        {author === board.key && <EraseButton view={view} id={id} scope={scope} onErased={onBack} />}
      </div>
      {scenarios.map((scenario) => (
        <ScenarioBox key={scenario} view={view} id={scenario} />
      ))}
      <SupportBox view={view} board={board} proposal={proposal} />
      <Comments view={view} board={board} proposal={proposal} />
      {author !== board.key && <NoticeForm view={view} target={id} />}
    </article>
  );
}
