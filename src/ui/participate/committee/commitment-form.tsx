import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField, TextField } from "./fields.tsx";
import { bodyOf, territoryOf } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface CommitmentFormProps {
  readonly view: SpaceView;
  readonly day: string;
  onClose(): void;
}

/** Asks somebody named for an answer by a day. */
export function CommitmentForm({ view, day, onClose }: CommitmentFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [draft, setDraft] = useState({ title: "", text: "", owner: "", answerBy: addMonths(day, 2), decision: "" });
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.commitments;
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const need = (text: string) => (isTried && text.trim() === "" ? t.committee.ask.faults.empty : undefined);
  const isPast = draft.answerBy < day;
  const sign = async () => {
    setIsTried(true);
    const { title, text, owner, answerBy, decision } = draft;
    if ([title, text, owner].some((one) => one.trim() === "") || isPast) return;
    const about = decision === "" ? {} : { decision };
    const body = { title: title.trim(), text: text.trim(), owner: owner.trim(), answerBy, ...about };
    const refs = decision === "" ? [] : [decision];
    const scope = territoryOf(view);
    if (await deed.run(() => contributions.publish(view.space, { type: "commitment", scope, body, refs }))) onClose();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.ask}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <TextField
        label={words.name}
        longest={200}
        value={draft.title}
        fault={need(draft.title)}
        onChange={(title) => set({ title })}
      />
      <AreaField label={words.text} value={draft.text} fault={need(draft.text)} onChange={(text) => set({ text })} />
      <div className={classes.pair}>
        <TextField
          label={words.owner}
          help={words.ownerHelp}
          longest={200}
          value={draft.owner}
          fault={need(draft.owner)}
          onChange={(owner) => set({ owner })}
        />
        <TextField
          label={words.answerBy}
          type="date"
          min={day}
          value={draft.answerBy}
          fault={isTried && isPast ? t.committee.ask.faults.past : undefined}
          onChange={(answerBy) => set({ answerBy })}
        />
      </div>
      {view.state.decisions.length > 0 && (
        <ChoiceBox
          label={words.decision}
          value={draft.decision}
          onChange={(decision) => set({ decision })}
          options={[
            { value: "", label: words.noDecision },
            ...view.state.decisions.map(({ id, consultation }) => ({
              value: id,
              label: bodyOf(view, consultation, "consultation")?.question ?? id,
            })),
          ]}
        />
      )}
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.sign}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
