import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { feltQuery } from "../../../app/felt.ts";
import { FEWEST } from "../../../core/contributions/privacy/small-numbers.ts";
import { QUADRANTS } from "../../../core/participation/felt-computed.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { JobStatus } from "../../parts/job-status.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import type { Reading } from "../../understand/reading.ts";
import { usePlaces } from "../../use-answers.ts";
import { useJob } from "../../use-job.ts";
import type { PartProps } from "../part-props.ts";
import classes from "./felt.module.css";
import { feltQuestion, listTold, type ToldSpace } from "./felt-question.ts";
import { FeltTable } from "./felt-table.tsx";
import { viewFelt } from "./felt-view.ts";
import { HeardSection } from "./heard-section.tsx";
import { QuadrantChart } from "./quadrant-chart.tsx";

/** What people report against what is computed; before anything can be told, what it would take. */
export function FeltPart({ reading, showOnMap }: PartProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const spaces = useStore(contributions, (board) => board.spaces);
  const [chosen, setChosen] = useState<string | null>(null);
  const told = useMemo(() => listTold(spaces), [spaces]);
  const words = t.felt;
  const current = told.find(({ view }) => view.space === chosen) ?? told.at(0);
  return (
    <div className={classes.stack}>
      <div>
        <h1 className={panel.title}>{words.title}</h1>
        <p className={panel.subtitle}>{words.subtitle}</p>
      </div>
      {told.length > 1 && current && (
        <ChoiceBox
          label={words.register}
          value={current.view.space}
          onChange={setChosen}
          options={told.map(({ view }) => ({ value: view.space, label: view.name }))}
        />
      )}
      {!current && <Nothing />}
      {current && reading && <Felt told={current} reading={reading} showOnMap={showOnMap} />}
    </div>
  );
}

/** How many reports it takes, and why: said before there are any. */
function Nothing() {
  const t = useTexts();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const words = t.felt.nothing;
  const go = (part: "report" | "records") => store.ask({ participate: { ...participate, part, record: null } }, "push");
  return (
    <>
      <Notice
        text={words.text(FEWEST)}
        actions={[
          { label: words.report, onClick: () => go("report") },
          { label: words.take, onClick: () => go("records") },
        ]}
      />
      <Section title={words.whyTitle}>
        <p className={classes.text}>{words.why(FEWEST)}</p>
      </Section>
      <Section title={words.readTitle}>
        <dl className={classes.list}>
          {QUADRANTS.map((quadrant) => (
            <div key={quadrant} className={classes.item}>
              <dt className={classes.name}>{t.felt.quadrants[quadrant].name}</dt>
              <dd className={classes.text}>{t.felt.quadrants[quadrant].means}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

interface FeltProps {
  readonly told: ToldSpace;
  readonly reading: Reading;
  readonly showOnMap: PartProps["showOnMap"];
}

function Felt({ told: { told }, reading, showOnMap }: FeltProps) {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  const words = t.felt;
  const { series, threshold } = reading;
  const question = feltQuestion(told, territory, series, threshold);
  const job = useJob((onProgress) => feltQuery(engine.get, question, onProgress));
  const { answer } = job;
  const view = useMemo(
    () => (answer && places ? viewFelt(answer, reading, places, f, t) : null),
    [answer, reading, places, f, t],
  );
  useEffect(() => showOnMap(view), [view, showOnMap]);
  useEffect(() => () => showOnMap(null), [showOnMap]);
  if (!answer) return <JobStatus job={job} />;
  const shown = QUADRANTS.filter((quadrant) => answer.count[quadrant].areas > 0);
  return (
    <>
      <JobStatus job={job} />
      <ul className={classes.warnings} aria-label={words.limitsLabel}>
        {answer.limits.map((limit) => (
          <li key={limit}>{words.limits[limit]}</li>
        ))}
      </ul>
      <Section title={words.crossed(t.professions.names[series.profession])}>
        <QuadrantChart answer={answer} />
        <dl className={classes.list}>
          {shown.map((quadrant) => (
            <div key={quadrant} className={classes.item} data-quadrant={quadrant}>
              <dt className={classes.name}>
                {words.counted(
                  words.quadrants[quadrant].name,
                  answer.count[quadrant].areas,
                  f.people(answer.count[quadrant].people),
                )}
              </dt>
              <dd className={classes.text}>{words.quadrants[quadrant].means}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.help}>{words.cuts(f.decimal(answer.cut, 2), f.percent(answer.underCut))}</p>
      </Section>
      <Section title={words.table.title}>
        <FeltTable answer={answer} />
      </Section>
      <HeardSection answer={answer} />
    </>
  );
}
