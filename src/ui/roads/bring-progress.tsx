import { Button } from "@mantine/core";
import type { Progress } from "../../app/roads.ts";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./roads-dialog.module.css";

interface BringProgressProps {
  readonly name: string;
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** How far the reading is: stage, bytes or communes, and a way out. */
export function BringProgress({ name, progress, onCancel }: BringProgressProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.roads.dialog;
  const stages: Readonly<Record<string, string>> = words.stages;
  const stage = progress ? (stages[progress.stage] ?? words.working) : words.working;
  const isBytes = progress?.stage === "ways" || progress?.stage === "nodes";
  const isRows = progress?.stage === "table";
  const write = isBytes ? words.bytes : words.rows;
  const unit = isBytes ? f.bytes : f.integer;
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <p role="status">{stage}</p>
      <progress
        className={classes.bar}
        aria-label={stage}
        {...(progress ? { max: Math.max(1, progress.total), value: progress.done } : {})}
      />
      <p className={classes.muted}>
        {progress && (isBytes || isRows) ? write(unit(progress.done), unit(progress.total)) : "\u00a0"}
      </p>
      <div>
        <Button variant="default" onClick={onCancel} data-autofocus>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
