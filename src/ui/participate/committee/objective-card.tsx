import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { ScoredObjective } from "../../../app/objectives.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import type { ObjectiveTerms } from "../../../core/participation/list-objectives.ts";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { TerritoryName } from "./committee-list.tsx";
import { sayIndicatorName, sayValue } from "./indicator-words.ts";
import { MeasurementForm } from "./measurement-form.tsx";
import { ObjectiveChart } from "./objective-chart.tsx";
import { ObjectiveForm } from "./objective-form.tsx";
import { dayOf } from "./standing.ts";

interface ObjectiveCardProps {
  readonly view: SpaceView;
  readonly objective: ObjectiveTerms;
  /** undefined: not computed yet. */
  readonly scored: ScoredObjective | undefined;
  readonly mayWrite: boolean;
  readonly day: string;
}

/** One objective: where it stands, on which path, what was measured, what was changed in it. */
export function ObjectiveCard({ view, objective, scored, mayWrite, day }: ObjectiveCardProps) {
  const t = useTexts();
  const f = useFormats();
  const [mode, setMode] = useState<"read" | "measure" | "amend">("read");
  const words = t.committee.objectives;
  const say = (value: number) => sayValue(value, objective.indicator, t, f);
  const measures = scored?.measures ?? objective.measures;
  const later = measures.filter(({ date }) => date > objective.baselineDate);
  return (
    <article className={classes.card} data-objective={scored?.status}>
      <div className={classes.row}>
        <h3 className={`${classes.subhead} ${classes.grow}`}>{sayIndicatorName(objective.indicator, t, f)}</h3>
        {scored && (
          <span className={classes.badge} data-tone={TONES[scored.status]}>
            {words.statuses[scored.status]}
          </span>
        )}
      </div>
      <p className={classes.text}>
        <TerritoryName scope={objective.scope} />
        {` · ${words.path(say(objective.baseline), f.date(objective.baselineDate), say(objective.target), f.date(objective.deadline))}`}
      </p>
      <p className={classes.quiet}>{words.owner(objective.owner)}</p>
      {scored?.because && <p className={classes.help}>{words.because[scored.because]}</p>}
      {scored?.last && scored.expected !== null && scored.last.date > objective.baselineDate && (
        <p className={classes.help}>
          {words.stands(say(scored.last.value), f.date(scored.last.date), say(scored.expected))}
        </p>
      )}
      {scored && scored.baselineToday !== null && Math.abs(scored.baselineToday - objective.baseline) > 5e-7 && (
        <p className={classes.help}>{words.revised(say(scored.baselineToday))}</p>
      )}
      <ObjectiveChart objective={objective} measures={measures} label={words.chart} />
      {later.length > 0 && (
        <ul className={classes.list} aria-label={words.measured}>
          {later.map(({ date, value, source, release }) => (
            <li key={`${date} ${source}`} className={classes.row}>
              <span>{`${f.date(date)} : ${say(value)}`}</span>
              <span className={classes.quiet}>{words.sources[source](release)}</span>
            </li>
          ))}
        </ul>
      )}
      <Amendments view={view} objective={objective} />
      {mode === "measure" && (
        <MeasurementForm view={view} objective={objective} day={day} onClose={() => setMode("read")} />
      )}
      {mode === "amend" && <ObjectiveForm view={view} day={day} amended={objective} onClose={() => setMode("read")} />}
      {mayWrite && mode === "read" && (
        <div className={classes.actions}>
          <Button size="compact-xs" variant="default" onClick={() => setMode("measure")}>
            {words.measure}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setMode("amend")}>
            {words.amend}
          </Button>
        </div>
      )}
    </article>
  );
}

const TONES = {
  reached: undefined,
  "on-track": undefined,
  behind: "sand",
  late: "sand",
  "not-measurable": "grey",
} as const;

/** What the objective said before, oldest first: an amendment hides nothing. */
function Amendments({ view, objective }: Pick<ObjectiveCardProps, "view" | "objective">) {
  const t = useTexts();
  const f = useFormats();
  const words = t.committee.objectives;
  const current = view.state.objectives.find(({ id }) => id === objective.id)?.current;
  const versions = view.state.contributions.filter(({ id, type }) => {
    const body = view.log.records.get(id)?.body;
    return type === "objective" && id !== current && (id === objective.id || body?.amends === objective.id);
  });
  if (versions.length === 0) return null;
  return (
    <details>
      <summary className={classes.help}>{words.amended(versions.length)}</summary>
      <ul className={classes.list}>
        {versions.map(({ id }) => {
          const body = view.log.records.get(id)?.body as unknown as BodyOf<"objective"> | null;
          const day = dayOf(view, id);
          if (!body) return null;
          const say = (text: string) => sayValue(Number(text), body.indicator, t, f);
          return (
            <li key={id} className={classes.row}>
              <span>
                {words.path(say(body.baseline), f.date(body.baselineDate), say(body.target), f.date(body.deadline))}
              </span>
              {day !== null && <span className={classes.quiet}>{f.date(day)}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
