import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Commitment } from "../../../core/contributions/fold-commitments.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import { CommitmentForm } from "./commitment-form.tsx";
import classes from "./committee.module.css";
import { whyNotConsult } from "./phase.ts";
import { ReplyForm } from "./reply-form.tsx";
import { bodyOf, dayOf, isShown, type Standing } from "./standing.ts";

interface CommitmentSectionProps {
  readonly view: SpaceView;
  readonly standing: Standing;
  readonly day: string;
}

/** What others are asked for, by when they answer, and what they said. */
export function CommitmentSection({ view, standing, day }: CommitmentSectionProps) {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const words = t.committee.commitments;
  const obstacle = whyNotConsult(standing);
  const shown = (view.state.commitments ?? []).filter(({ id }) => isShown(view, id));
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {shown.length === 0 && <p className={classes.help}>{words.none}</p>}
        {shown.map((commitment) => (
          <CommitmentCard
            key={commitment.id}
            commitment={commitment}
            view={view}
            day={day}
            mayReply={obstacle === null}
          />
        ))}
        {isAsking && <CommitmentForm view={view} day={day} onClose={() => setIsAsking(false)} />}
        {!isAsking && obstacle === null && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
              {words.ask}
            </Button>
          </div>
        )}
        {obstacle !== null && (
          <p className={classes.help}>{`${words.cannot} ${t.committee.obstacles[obstacle]("")}`}</p>
        )}
      </div>
    </Section>
  );
}

interface CommitmentCardProps {
  readonly commitment: Commitment;
  readonly view: SpaceView;
  readonly day: string;
  readonly mayReply: boolean;
}

function CommitmentCard({ commitment, view, day, mayReply }: CommitmentCardProps) {
  const t = useTexts();
  const f = useFormats();
  const [isReplying, setIsReplying] = useState(false);
  const words = t.committee.commitments;
  const body = bodyOf(view, commitment.id, "commitment");
  if (body === null) return null;
  const isLate = commitment.status === "overdue";
  return (
    <article className={classes.card} data-commitment={commitment.status}>
      <div className={classes.row}>
        <h3 className={`${classes.subhead} ${classes.grow}`}>{body.title}</h3>
        <span className={classes.badge} data-tone={isLate || commitment.status === "no" ? "sand" : undefined}>
          {words.statuses[commitment.status]}
        </span>
      </div>
      <p className={classes.text}>{body.text}</p>
      <p className={classes.quiet}>{words.expected(commitment.owner, f.date(commitment.answerBy))}</p>
      {commitment.replies.map(({ id, answer }) => {
        const received = dayOf(view, id);
        return (
          <figure key={id} className={classes.stack}>
            <blockquote className={classes.quote}>{bodyOf(view, id, "reply")?.text}</blockquote>
            <figcaption className={classes.quiet}>
              {`${words.answers[answer]}${received === null ? "" : ` · ${f.date(received)}`}`}
            </figcaption>
          </figure>
        );
      })}
      {isReplying && <ReplyForm view={view} commitment={commitment} day={day} onClose={() => setIsReplying(false)} />}
      {mayReply && !isReplying && (
        <div className={classes.actions}>
          <Button size="compact-xs" variant="default" onClick={() => setIsReplying(true)}>
            {words.reply}
          </Button>
        </div>
      )}
    </article>
  );
}
