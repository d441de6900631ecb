import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { choose } from "../../app/commands.ts";
import { crossedQuery, type IncomeCrossAnswer } from "../../app/spatial.ts";
import { REFERENCES } from "../../app/spatial-choices.ts";
import { CrossSquare } from "../../charts/cross-square.tsx";
import { PROFESSION_RULES, type Series } from "../../core/professions.ts";
import type { Reference } from "../../engine/reference.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import classes from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { writeShare } from "../understand/write-share.ts";
import { useJob } from "../use-job.ts";
import { CrossTable } from "./cross-table.tsx";
import { CROSS_PALETTE, viewCrossed } from "./crossed-view.ts";

/** Where little access meets low incomes. */
export function CrossedPanel({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const { against } = useQuestion((q) => q.choices);
  const { series } = reading;
  const job = useJob((onProgress) =>
    crossedQuery(engine.get, { territory, column: series, reference: against }, onProgress),
  );
  const { answer } = job;
  useLensView(
    useMemo(
      () => (answer ? { ...viewCrossed(answer, series, f, t), legend: <Square /> } : null),
      [answer, series, f, t],
    ),
  );
  const words = t.crossed;
  return (
    <div className={classes.panel} aria-busy={job.isUpdating}>
      <JobStatus job={job} />
      {answer && <Figures answer={answer} series={series} />}
      {territory.kind !== "country" && <Against against={against} />}
      <Disclosure title={words.caveats.title} topic="crossed" isOpen>
        <ul>
          {words.caveats.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Figures({ answer, series }: { readonly answer: IncomeCrossAnswer; readonly series: Series }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.crossed;
  const { peopleByClass, peopleWithout, peopleSecret, limits, territory } = answer;
  const known = peopleByClass.reduce((a, b) => a + b, 0);
  const people = (n: number) => t.common.inhabitants(n, f.people(n));
  const { digits } = PROFESSION_RULES[series.profession];
  const [access, income] = limits;
  return (
    <>
      <LensHeadline
        label={words.label}
        topic="crossed"
        people={peopleByClass[0]}
        own={{ name: territory.name, share: known > 0 ? peopleByClass[0] / known : Number.NaN }}
        parents={[]}
        sentences={[
          words.sentence(people(peopleByClass[8]), writeShare(peopleByClass[8] / known, f, t)),
          words.expected(f.percent(1 / 9)),
          ...(peopleWithout > 0 ? [words.without(people(peopleWithout))] : []),
          ...(peopleSecret > 0 ? [words.secret(people(peopleSecret))] : []),
        ]}
      />
      {known > 0 && (
        <Section title={words.square.title} topic="crossed">
          <CrossTable answer={answer} />
          <p className={classes.note}>
            {words.square.limits(
              t.units.short[series.profession],
              f.decimal(access[0], digits + 1),
              f.decimal(access[1], digits + 1),
            )}
          </p>
          <p className={classes.note}>{words.square.incomeLimits(f.euros(income[0]), f.euros(income[1]))}</p>
        </Section>
      )}
    </>
  );
}

function Against({ against }: { readonly against: Reference }) {
  const t = useTexts();
  const { store } = useServices();
  const words = t.crossed.against;
  return (
    <ChoiceField
      label={words.label}
      value={against}
      options={REFERENCES}
      names={words.names}
      note={words.help[against]}
      onChange={(value) => choose(store, { against: value })}
    />
  );
}

/** The nine colours, wherever the legend is. */
function Square() {
  const t = useTexts();
  const { ref, width } = useElementSize();
  const words = t.crossed;
  return (
    <div ref={ref}>
      {width > 0 && (
        <CrossSquare
          colours={CROSS_PALETTE}
          up={words.shortAccess}
          across={words.shortIncome}
          upAxis={words.square.access}
          acrossAxis={words.square.income}
          label={words.legend}
          width={width}
        />
      )}
    </div>
  );
}
