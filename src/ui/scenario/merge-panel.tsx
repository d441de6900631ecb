import { Button } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Work } from "../../app/scenarios.ts";
import { FailureError } from "../../core/failure.ts";
import type { Change } from "../../core/scenario/change.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { type Conflict, type Side, settleMerge } from "../../core/scenario/merge.ts";
import { useFormats, useTexts } from "../services.tsx";
import { writeChange } from "./change-words.ts";
import { explainScenarioFailure } from "./explain-problem.ts";
import classes from "./merge-panel.module.css";
import { type PreparedMerge, prepareMerge } from "./merge-view.ts";
import { useCommuneNames } from "./use-commune-names.ts";

const SIDES = ["ours", "theirs"] as const;

interface MergePanelProps {
  readonly work: Work;
  readonly theirs: Scenario;
  /** Name of the file. */
  readonly file: string;
  onMerge(changes: readonly Change[]): void;
  onCancel(): void;
}

/** What the file of a colleague brings, and each conflict side by side; nothing is written before all are settled. */
export function MergePanel({ work, theirs, file, onMerge, onCancel }: MergePanelProps) {
  const t = useTexts();
  const f = useFormats();
  const nameOf = useCommuneNames();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // Whatever is done here meanwhile is merged too.
  const prepared = useMemo(() => prepareMerge(work, theirs, file), [work, theirs, file]);
  const { merge, ours, origin, arrivals } = prepared;
  const { conflicts } = merge;
  const left = conflicts.filter(({ subject }) => !chosen.has(subject)).length;
  const settled = useMemo(() => settle(prepared, chosen), [prepared, chosen]);
  const words = t.scenario.merge;
  const isSame = arrivals.length === 0 && conflicts.length === 0;
  const refusal = settled instanceof FailureError ? explainScenarioFailure(settled, f, t) : "";
  return (
    <section className={classes.panel} aria-labelledby="merge-title">
      <h2 id="merge-title" ref={title} tabIndex={-1} className={classes.title}>
        {words.title(file)}
      </h2>
      <p className={classes.help}>
        {origin === null ? words.noOrigin : words.origin(origin.length, f.integer(origin.length))}
      </p>
      {isSame && <p>{words.same}</p>}
      {arrivals.length > 0 && (
        <>
          <h3 className={classes.name}>{words.arrivals}</h3>
          <ul className={classes.arrivals}>
            {arrivals.map(({ kind, change }) => (
              <li key={`${kind} ${change.id}`}>{words.kinds[kind](writeChange(change, nameOf, f, t))}</li>
            ))}
          </ul>
        </>
      )}
      {conflicts.map((conflict) => (
        <ConflictBox
          key={conflict.subject}
          conflict={conflict}
          side={chosen.get(conflict.subject)}
          onChoose={(side) => setChosen(new Map([...chosen, [conflict.subject, side]]))}
        />
      ))}
      {conflicts.length > 0 && (
        <p className={classes.help} role="status">
          {left > 0 ? words.left(left, f.integer(left)) : words.settled}
        </p>
      )}
      {refusal !== "" && (
        <div className={classes.refusal} role="alert">
          <p>{words.together}</p>
          <p>{refusal}</p>
        </div>
      )}
      <div className={classes.actions}>
        {!isSame && (
          <Button
            size="xs"
            disabled={left > 0 || settled instanceof FailureError}
            onClick={() => onMerge(settleMerge(merge, chosen, ours))}
          >
            {words.do}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onCancel}>
          {isSame ? words.close : words.cancel}
        </Button>
      </div>
    </section>
  );
}

/** The changes, or why the sides chosen cannot stand together; null while something is open. */
function settle({ merge, ours }: PreparedMerge, chosen: ReadonlyMap<string, Side>) {
  if (merge.conflicts.some(({ subject }) => !chosen.has(subject))) return null;
  try {
    return settleMerge(merge, chosen, ours);
  } catch (error) {
    if (error instanceof FailureError) return error;
    throw error;
  }
}

interface ConflictBoxProps {
  readonly conflict: Conflict;
  readonly side: Side | undefined;
  onChoose(side: Side): void;
}

function ConflictBox({ conflict, side, onChoose }: ConflictBoxProps) {
  const t = useTexts();
  const f = useFormats();
  const id = useId();
  const nameOf = useCommuneNames();
  const words = t.scenario.merge;
  const say = (change: Change | null) => (change ? writeChange(change, nameOf, f, t) : words.absent);
  return (
    <fieldset className={classes.conflict}>
      <legend className={classes.name}>{words.conflict}</legend>
      {conflict.base && <p className={classes.help}>{words.before(say(conflict.base))}</p>}
      <div className={classes.sides}>
        {SIDES.map((own) => (
          <label key={own} className={classes.side} data-chosen={side === own || undefined}>
            <span className={classes.pick}>
              <input type="radio" name={id} checked={side === own} onChange={() => onChoose(own)} />
              {words.sides[own]}
            </span>
            <span>{say(conflict[own])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
