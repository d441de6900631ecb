import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { ObjectiveTerms } from "../../../core/participation/list-objectives.ts";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { readTyped } from "./indicator-words.ts";
import { useDeed } from "./use-deed.ts";

interface MeasurementFormProps {
  readonly view: SpaceView;
  readonly objective: ObjectiveTerms;
  readonly day: string;
  onClose(): void;
}

/** Writes down a measure of one's own. */
export function MeasurementForm({ view, objective, day, onClose }: MeasurementFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [text, setText] = useState("");
  const [date, setDate] = useState(day);
  const [source, setSource] = useState("");
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.objectives;
  const value = readTyped(text, objective.indicator);
  const release = source.trim() === "" ? "committee" : source.trim();
  const isNamed = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/.test(release);
  const isFuture = date === "" || date > day;
  const sign = async () => {
    setIsTried(true);
    if (value === null || isFuture || !isNamed) return;
    const body = { objective: objective.id, value, date, release };
    const draft = { type: "measurement", scope: objective.scope, body, refs: [objective.id] } as const;
    if (await deed.run(() => contributions.publish(view.space, draft))) onClose();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.measure}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <div className={classes.pair}>
        <TextField
          label={words.value}
          type="number"
          value={text}
          fault={isTried && value === null ? words.noNumber : undefined}
          onChange={setText}
        />
        <TextField
          label={words.date}
          type="date"
          max={day}
          value={date}
          fault={isTried && isFuture ? words.future : undefined}
          onChange={setDate}
        />
        <TextField
          label={words.source}
          help={words.sourceHelp}
          longest={80}
          value={source}
          fault={isTried && !isNamed ? words.sourceHelp : undefined}
          onChange={setSource}
        />
      </div>
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
