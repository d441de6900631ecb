import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { today } from "../committee/standing.ts";
import { useAct } from "../proposals/use-act.ts";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { EVIDENCES, type Evidence } from "./evidence.ts";
import type { ShownCorrection } from "./shown-corrections.ts";

interface ConfirmFormProps {
  readonly view: SpaceView;
  readonly correction: ShownCorrection;
  onDone(): void;
}

/** A second organisation claims the same, from its own evidence. */
export function ConfirmForm({ view, correction, onDone }: ConfirmFormProps) {
  const { corrections } = useTexts();
  const { contributions } = useServices();
  const act = useAct();
  const [evidence, setEvidence] = useState<Evidence>("site-visit");
  const [date, setDate] = useState(today());
  const words = corrections.form;
  const isLate = date > today();
  const sign = async () => {
    if (date === "" || isLate) return;
    const { dataset, release, row, field, old, new: fresh, scope } = correction;
    const body = { dataset, release, row, field, old, new: fresh, evidence, evidenceDate: date };
    const publish = () => contributions.publish(view.space, { type: "correction", scope, body });
    if (await act.run(publish, corrections.confirmed)) onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={corrections.confirm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <div className={classes.pair}>
        <ChoiceBox
          label={words.evidence}
          value={evidence}
          options={EVIDENCES.map((one) => ({ value: one, label: words.evidences[one] }))}
          onChange={(one) => setEvidence(one as Evidence)}
        />
        <TextField label={words.date} type="date" value={date} longest={10} onChange={setDate} />
      </div>
      <Fault text={isLate ? words.future : act.problem} />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={act.isBusy}>
          {corrections.confirmSend}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
