import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { objectiveDraftQuery } from "../../../app/objectives.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import type { ObjectiveTerms } from "../../../core/participation/list-objectives.ts";
import { parseTerritory } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { IndicatorFields } from "./indicator-fields.tsx";
import { readTyped, sayIndicatorName, sayValue, writeTyped } from "./indicator-words.ts";
import { bodyOf, territoryOf } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface ObjectiveFormProps {
  readonly view: SpaceView;
  readonly day: string;
  /** The objective changed; null: a new one. */
  readonly amended: ObjectiveTerms | null;
  onClose(): void;
}

interface Start {
  readonly indicator: string;
  readonly baseline: string;
  readonly baselineDate: string;
  readonly release: string;
}

/** An objective one can check: what is measured, from where, to where, by when, and who answers for it. */
export function ObjectiveForm({ view, day, amended, onClose }: ObjectiveFormProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions, engine } = useServices();
  const queries = useQueryClient();
  const deed = useDeed();
  const [start, setStart] = useState<Start | null>(amended === null ? null : startOf(amended));
  const [target, setTarget] = useState(amended === null ? "" : writeTyped(amended.target, amended.indicator));
  const [deadline, setDeadline] = useState(amended?.deadline ?? addMonths(day, 24));
  const [owner, setOwner] = useState(amended?.owner ?? "");
  const [decision, setDecision] = useState(amended?.decision ?? "");
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.objectives;
  const scope = amended?.scope ?? territoryOf(view);
  const aimed = start && readTyped(target, start.indicator);
  const isEarly = start !== null && deadline <= start.baselineDate;
  const draft = (indicator: string) =>
    deed.run(async () => {
      const found = await queries.fetchQuery(objectiveDraftQuery(engine.get, parseTerritory(scope), indicator));
      const { baseline, baselineDate, release } = found;
      setStart({ indicator: found.indicator, baseline, baselineDate, release });
      setTarget("");
    });
  const sign = async () => {
    setIsTried(true);
    if (start === null || aimed === null || isEarly || owner.trim() === "") return;
    const refs = [...(amended === null ? [] : [amended.id]), ...(decision === "" ? [] : [decision])];
    const body = {
      ...start,
      target: aimed,
      deadline,
      owner: owner.trim(),
      ...(amended === null ? {} : { amends: amended.id }),
      ...(decision === "" ? {} : { decision }),
    };
    if (await deed.run(() => contributions.publish(view.space, { type: "objective", scope, body, refs }))) onClose();
  };
  return (
    <form
      className={classes.form}
      aria-label={amended === null ? words.aim : words.amend}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      {amended === null && <IndicatorFields isBusy={deed.isBusy} onPick={(indicator) => void draft(indicator)} />}
      {amended !== null && <p className={classes.help}>{words.amendMeans}</p>}
      {start && (
        <>
          <p className={classes.text} data-baseline={start.baseline}>
            {words.from(
              sayIndicatorName(start.indicator, t, f),
              sayValue(Number(start.baseline), start.indicator, t, f),
              f.date(start.baselineDate),
            )}
          </p>
          <div className={classes.pair}>
            <TextField
              label={words.target}
              type="number"
              value={target}
              fault={isTried && aimed === null ? words.noNumber : undefined}
              onChange={setTarget}
            />
            <TextField
              label={words.deadline}
              type="date"
              value={deadline}
              fault={isTried && isEarly ? words.early : undefined}
              onChange={setDeadline}
            />
          </div>
          <TextField
            label={words.ownerLabel}
            help={t.committee.commitments.ownerHelp}
            longest={200}
            value={owner}
            fault={isTried && owner.trim() === "" ? t.committee.ask.faults.empty : undefined}
            onChange={setOwner}
          />
          {view.state.decisions.length > 0 && (
            <ChoiceBox
              label={t.committee.commitments.decision}
              value={decision}
              onChange={setDecision}
              options={[
                { value: "", label: t.committee.commitments.noDecision },
                ...view.state.decisions.map(({ id, consultation }) => ({
                  value: id,
                  label: bodyOf(view, consultation, "consultation")?.question ?? id,
                })),
              ]}
            />
          )}
        </>
      )}
      <div className={classes.actions}>
        {start && (
          <Button size="xs" type="submit" loading={deed.isBusy}>
            {words.sign}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}

function startOf({ indicator, baseline, baselineDate, release }: ObjectiveTerms): Start {
  const plain = baseline.toFixed(6).replace(/\.?0+$/, "");
  return { indicator, baseline: plain, baselineDate, release };
}
