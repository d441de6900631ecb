import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import type { Commitment } from "../../../core/contributions/fold-commitments.ts";
import { ANSWERS, type Answer } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField, TextField } from "./fields.tsx";
import { useDeed } from "./use-deed.ts";

interface ReplyFormProps {
  readonly view: SpaceView;
  readonly commitment: Commitment;
  readonly day: string;
  onClose(): void;
}

/** Writes down what was answered; « later » comes with another day. */
export function ReplyForm({ view, commitment, day, onClose }: ReplyFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [answer, setAnswer] = useState<Answer>("yes");
  const [text, setText] = useState("");
  const [answerBy, setAnswerBy] = useState(addMonths(day, 1));
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.commitments;
  const { id, scope } = commitment;
  const isPast = answer === "later" && answerBy < day;
  const sign = async () => {
    setIsTried(true);
    if (text.trim() === "" || isPast) return;
    const until = answer === "later" ? { answerBy } : {};
    const body = { commitment: id, answer, text: text.trim(), ...until };
    if (await deed.run(() => contributions.publish(view.space, { type: "reply", scope, body, refs: [id] }))) onClose();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.reply}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <ChoiceBox
        label={words.answer}
        value={answer}
        onChange={(value) => setAnswer(value as Answer)}
        options={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
      />
      <AreaField
        label={words.said}
        help={words.saidHelp}
        value={text}
        fault={isTried && text.trim() === "" ? t.committee.ask.faults.empty : undefined}
        onChange={setText}
      />
      {answer === "later" && (
        <TextField
          label={words.answerBy}
          type="date"
          min={day}
          value={answerBy}
          fault={isTried && isPast ? t.committee.ask.faults.past : undefined}
          onChange={setAnswerBy}
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
