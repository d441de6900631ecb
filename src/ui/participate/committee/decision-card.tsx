import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Decision } from "../../../core/contributions/fold-consultations.ts";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { bodyOf, dayOf } from "./standing.ts";
import { TallyTable } from "./tally-table.tsx";

interface DecisionCardProps {
  readonly view: SpaceView;
  readonly decision: Decision;
  readonly options: readonly string[];
}

/** A decision as it was signed: what, when, on which positions, and what the minority said. */
export function DecisionCard({ view, decision, options }: DecisionCardProps) {
  const { committee } = useTexts();
  const f = useFormats();
  const words = committee.decide;
  const body = bodyOf(view, decision.id, "decision");
  const day = dayOf(view, decision.id);
  if (body === null) return null;
  return (
    <article className={classes.card} data-decision={decision.option}>
      <h2 className={classes.subhead}>{words.decidedOn(day === null ? "" : f.date(day))}</h2>
      <p className={classes.text}>{words.chosen(options[decision.option] ?? "")}</p>
      <p className={classes.quote}>{body.text}</p>
      {body.votes.length > 0 && <TallyTable caption={words.votes} tally={body.votes} />}
      {body.minority !== undefined && (
        <>
          <h3 className={classes.subhead}>{words.minority}</h3>
          <p className={classes.quote}>{body.minority}</p>
        </>
      )}
      <p className={classes.help}>
        {`${decision.hasQuorum ? words.withQuorum : words.withoutQuorum} ${words.counted(body.foldVersion)}`}
      </p>
    </article>
  );
}
