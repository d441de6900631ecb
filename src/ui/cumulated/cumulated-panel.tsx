import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { choose } from "../../app/commands.ts";
import { type CumulatedAnswer, cumulatedQuery } from "../../app/diagnoses.ts";
import { ComparisonBars } from "../../charts/comparison-bars.tsx";
import {
  DIFFICULTY_SETS,
  type DifficultySet,
  type Facility,
  SEARCH_MINUTES,
} from "../../core/access/difficulty-sets.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import figures from "../parts/figure-table.module.css";
import { JobStatus } from "../parts/job-status.tsx";
import panel from "../parts/panel.module.css";
import { RangeField } from "../parts/range-field.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensGate } from "../understand/lens-gate.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import { useLensView } from "../understand/lens-view.ts";
import { PROFESSION_YEARS } from "../understand/lens-years.ts";
import { writeShare } from "../understand/write-share.ts";
import { useJob } from "../use-job.ts";
import { sharesOf } from "./cumulated-shares.ts";
import { CUMULATED_PALETTE, isMinutes, viewCumulated } from "./cumulated-view.ts";

const SETS = Object.keys(DIFFICULTY_SETS) as DifficultySet[];
const FACILITIES = Object.keys(SEARCH_MINUTES) as Facility[];

/** Where several difficulties meet. */
export function CumulatedPanel() {
  return (
    <LensGate years={PROFESSION_YEARS} gpOnly={false}>
      <Cumulated />
    </LensGate>
  );
}

function Cumulated() {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const year = useQuestion((q) => q.series.year);
  const { set, pharmacy, emergency } = useQuestion((q) => q.choices);
  const question = { territory, year, pharmacyMinutes: pharmacy, emergencyMinutes: emergency };
  const job = useJob((onProgress) => cumulatedQuery(engine.get, question, onProgress));
  const { answer } = job;
  useLensView(useMemo(() => (answer ? viewCumulated(answer, set, f, t) : null), [answer, set, f, t]));
  return (
    <div className={panel.panel} aria-busy={job.isUpdating}>
      <Choices set={set} pharmacy={pharmacy} emergency={emergency} />
      <JobStatus job={job} />
      {answer && <Figures answer={answer} set={set} />}
    </div>
  );
}

interface ChoicesProps {
  readonly set: DifficultySet;
  readonly pharmacy: number;
  readonly emergency: number;
}

function Choices({ set, ...minutes }: ChoicesProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const words = t.cumulated;
  return (
    <div className={panel.choices}>
      <ChoiceField
        label={words.set.label}
        value={set}
        options={SETS}
        names={words.set.names}
        note={words.set.help[set]}
        onChange={(value) => choose(store, { set: value })}
      />
      {set === "firstCare" &&
        FACILITIES.map((facility) => (
          <RangeField
            key={facility}
            label={words.minutes[facility]}
            value={minutes[facility]}
            shown={words.minutes.value(f.integer(minutes[facility]))}
            min={1}
            max={SEARCH_MINUTES[facility]}
            step={1}
            onChange={(value) => choose(store, { [facility]: value })}
          />
        ))}
    </div>
  );
}

function Figures({ answer, set }: { readonly answer: CumulatedAnswer; readonly set: DifficultySet }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const { summary, parents } = answer;
  const words = t.cumulated;
  const own = sharesOf(summary, set);
  const share = (people: number) => writeShare(people / own.people, f, t);
  const without = summary.without[set];
  return (
    <>
      <LensHeadline
        label={words.label}
        topic="cumulated"
        people={own.all}
        own={{ name: summary.territory.name, share: own.share }}
        parents={parents.map((parent) => ({ name: parent.territory.name, share: sharesOf(parent, set).share }))}
        sentences={[
          words.atLeastTwo(f.people(own.atLeastTwo), share(own.atLeastTwo)),
          ...(without > 0 ? [words.unknown(f.people(without))] : []),
        ]}
      />
      {own.people > 0 && (
        <>
          <Section title={words.people.title} topic="cumulated">
            <div ref={ref}>
              {width > 0 && (
                <ComparisonBars
                  rows={Array.from(summary.byCount[set], (people, n) => ({
                    key: String(n),
                    name: words.people.names[n],
                    value: people,
                    colour: CUMULATED_PALETTE[n],
                    emphasised: n === CUMULATED_PALETTE.length - 1,
                  })).reverse()}
                  width={width}
                  label={words.people.label}
                  missing={t.common.noData}
                  format={(people) => `${f.people(people)} · ${share(people)}`}
                />
              )}
            </div>
          </Section>
          <Alone answer={answer} set={set} people={own.people} />
        </>
      )}
    </>
  );
}

interface AloneProps {
  readonly answer: CumulatedAnswer;
  readonly set: DifficultySet;
  readonly people: number;
}

/** Each difficulty by itself, with its limit. */
function Alone({ answer, set, people }: AloneProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.cumulated.alone;
  const { columns } = words;
  return (
    <Section title={words.title} topic="cumulated">
      <table className={figures.table}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.limit}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.share}</th>
          </tr>
        </thead>
        <tbody>
          {DIFFICULTY_SETS[set].map((id, k) => {
            const { limit } = answer.columns[id];
            const inIt = answer.summary.alone[set][k];
            return (
              <tr key={id}>
                <th scope="row">{words.names[id]}</th>
                <td>{isMinutes(id) ? words.over(f.integer(limit)) : words.under(f.limit(limit))}</td>
                <td>{f.people(inIt)}</td>
                <td>{writeShare(inIt / people, f, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={panel.note}>{t.cumulated.counted[set](answer.question.year)}</p>
    </Section>
  );
}
