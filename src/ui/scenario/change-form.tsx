import { Button } from "@mantine/core";
import { useState } from "react";
import type { Profession } from "../../core/professions.ts";
import type { Change } from "../../core/scenario/change.ts";
import { ChoiceBox } from "../act/form-boxes.tsx";
import { useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { checkDraft, type Draft, FIELDS, KINDS, startDraft } from "./change-draft.ts";
import { ChangeField } from "./change-field.tsx";
import classes from "./scenario.module.css";

interface ChangeFormProps {
  readonly start: Draft;
  /** Of the scenario. */
  readonly changes: readonly Change[];
  /** The one on screen. */
  readonly profession: Profession;
  readonly reading: Reading;
  onPut(change: Change): void;
  onCancel(): void;
}

/** The form of one change; what cannot be is said beside its field, once one has tried. */
export function ChangeForm({ start, changes, profession, reading, onPut, onCancel }: ChangeFormProps) {
  const t = useTexts();
  const [draft, setDraft] = useState(start);
  const [isTried, setIsTried] = useState(false);
  const words = t.scenario.changes;
  const isNew = changes.every(({ id }) => id !== draft.id);
  const others = changes.filter(({ id }) => id !== draft.id);
  const { change, faults } = checkDraft(draft, others);
  const shown = isTried ? faults : new Map<string, string>();
  return (
    <form
      className={classes.form}
      aria-label={t.scenario.form.label(words.kinds[draft.kind])}
      noValidate
      onKeyDown={(event) => {
        // Enter picks a commune; elsewhere it sends the form.
        const { target } = event;
        if (event.key === "Enter" && target instanceof HTMLElement && "picks" in target.dataset) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (change) onPut(change);
      }}
    >
      {isNew && (
        <ChoiceBox
          label={words.kind}
          value={draft.kind}
          onChange={(kind) => {
            setDraft(startDraft(kind as Change["kind"], draft.id, profession));
            setIsTried(false);
          }}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
      )}
      <p className={classes.help}>{t.scenario.form.help[draft.kind]}</p>
      {FIELDS[draft.kind].map((field) => (
        <ChangeField
          key={`${draft.kind} ${field.name}`}
          field={field}
          draft={draft}
          faults={shown}
          profession={profession}
          reading={reading}
          onChange={setDraft}
        />
      ))}
      <div className={classes.actions}>
        <Button size="xs" type="submit">
          {isNew ? words.save : words.replace}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
