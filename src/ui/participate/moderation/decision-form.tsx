import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import type { SignedRecord } from "../../../core/contributions/record.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import type { Entry } from "../proposals/list-proposals.ts";
import { useAct } from "../proposals/use-act.ts";
import entries from "../report/entries.module.css";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { typedText } from "../report/report-answers.ts";
import { ScreenedText } from "../report/screened-text.tsx";
import { listActions, readWhole } from "./moderated-texts.ts";

type Decision = BodyOf<"moderation">;

interface DecisionFormProps {
  readonly view: SpaceView;
  readonly record: SignedRecord;
  readonly state: Entry["state"];
  onDone(): void;
}

/** What is done with a text, on which ground, with the reasons its author reads: none of them can be left out. */
export function DecisionForm({ view, record, state, onDone }: DecisionFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const act = useAct();
  const words = t.moderation.decision;
  const actions = listActions(state);
  const [action, setAction] = useState<Decision["action"]>(actions[0]);
  const [ground, setGround] = useState<Decision["ground"] | "">("");
  const [statement, setStatement] = useState("");
  const [appeal, setAppeal] = useState<string>(words.appealDefault);
  const [replacement, setReplacement] = useState(() => readWhole(record));
  const [isTried, setTried] = useState(false);
  const said = { statement: typedText(statement), appeal: typedText(appeal), replacement: typedText(replacement) };
  const isRewritten = action === "redact";
  const isWhole =
    ground !== "" && said.statement !== "" && said.appeal !== "" && (!isRewritten || said.replacement !== "");
  const sign = async () => {
    setTried(true);
    if (!isWhole) return;
    const body: Decision = {
      target: record.id,
      action,
      ground,
      statement: said.statement,
      appeal: said.appeal,
      ...(isRewritten ? { replacement: said.replacement } : {}),
    };
    const { scope } = record.hdr;
    if (await act.run(() => contributions.publish(view.space, { type: "moderation", scope, body }), words.done))
      onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <div className={classes.pair}>
        <ChoiceBox
          label={words.action}
          value={action}
          options={actions.map((value) => ({ value, label: words.actions[value] }))}
          onChange={(value) => setAction(value as Decision["action"])}
        />
        <ChoiceBox
          label={words.ground}
          value={ground}
          options={[
            { value: "", label: words.choose },
            ...GROUNDS.map((value) => ({ value, label: words.grounds[value] })),
          ]}
          onChange={(value) => setGround(value as Decision["ground"] | "")}
        />
      </div>
      {isRewritten && (
        <>
          <p className={classes.label}>{words.original}</p>
          <p className={entries.body}>{readWhole(record)}</p>
          <TextField
            label={words.replacement}
            help={words.replacementHelp}
            value={replacement}
            longest={LONGEST_TEXT}
            isLong
            onChange={setReplacement}
          />
          <ScreenedText text={replacement} />
        </>
      )}
      <TextField
        label={words.statement}
        help={words.statementHelp}
        value={statement}
        longest={LONGEST_TEXT}
        isLong
        onChange={setStatement}
      />
      <TextField label={words.appeal} value={appeal} longest={LONGEST_TEXT} onChange={setAppeal} />
      <Fault text={isTried && !isWhole ? words.missing : act.problem} />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={act.isBusy}>
          {words.send}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

const GROUNDS: readonly Decision["ground"][] = [
  "personal-data",
  "health-data",
  "defamation",
  "spam",
  "illegal",
  "off-topic",
  "error",
  "appeal",
];
