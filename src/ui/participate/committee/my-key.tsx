import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../../../app/contributions/board.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { takeUp } from "./take-up.ts";
import { useDeed } from "./use-deed.ts";

/** The key one is known by in committees: to create, and to show to a steward. */
export function MyKey({ board }: { readonly board: Board }) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [label, setLabel] = useState("");
  const words = t.committee.key;
  const { key, identities } = board;
  if (key === null) {
    const create = () =>
      deed.run(async () => {
        const made = await contributions.createIdentity(label.trim() || words.everyday, true);
        await takeUp(contributions, made.key);
      });
    return (
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <p className={classes.text}>{words.none}</p>
        <TextField label={words.label} help={words.labelHelp} longest={60} value={label} onChange={setLabel} />
        <div className={classes.actions}>
          <Button size="xs" type="submit" loading={deed.isBusy}>
            {words.create}
          </Button>
        </div>
        <DeedProblem problem={deed.problem} />
      </form>
    );
  }
  const copy = () =>
    deed.run(async () => {
      await navigator.clipboard.writeText(key);
      toast({ title: words.copied });
    });
  return (
    <div className={classes.stack}>
      {identities.length > 1 && (
        <ChoiceBox
          label={words.inUse}
          value={key}
          onChange={(chosen) => void deed.run(() => takeUp(contributions, chosen))}
          options={identities.map((one) => ({ value: one.key, label: one.label }))}
        />
      )}
      <div className={classes.key}>
        <QrFigure text={key} label={words.qr} />
        <div className={classes.stack}>
          <p className={classes.text}>{words.show}</p>
          <code className={classes.code} data-my-key>
            {key}
          </code>
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => void copy()}>
              {words.copy}
            </Button>
          </div>
        </div>
      </div>
      <DeedProblem problem={deed.problem} />
    </div>
  );
}
