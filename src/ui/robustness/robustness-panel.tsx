import { SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { choose } from "../../app/commands.ts";
import { type RobustnessAnswer, robustnessQuery, underCountsQuery } from "../../app/diagnoses.ts";
import { ComparisonBars } from "../../charts/comparison-bars.tsx";
import { THRESHOLD_RULES, type ThresholdRule } from "../../core/access/robustness.ts";

import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensGate } from "../understand/lens-gate.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { AGE_YEARS } from "../understand/lens-years.ts";
import type { Reading } from "../understand/reading.ts";
import { writeShare } from "../understand/write-share.ts";
import { useJob } from "../use-job.ts";
import { MethodTable } from "./method-table.tsx";
import classes from "./robustness-panel.module.css";
import { peopleByClass, summaryShares } from "./robustness-shares.ts";
import { nameClass, ROBUSTNESS_PALETTE, viewPrebuilt, viewRobustness } from "./robustness-view.ts";

/** Does the diagnosis hold if access is measured otherwise? */
export function RobustnessPanel({ reading }: LensPanelProps) {
  return (
    <LensGate years={AGE_YEARS} gpOnly>
      <Robustness reading={reading} />
    </LensGate>
  );
}

function Robustness({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const year = useQuestion((q) => q.series.year);
  const rule = useQuestion((q) => q.choices.rule);
  const job = useJob((onProgress) => robustnessQuery(engine.get, { territory, year, rule }, onProgress));
  const prebuilt = useQuery(underCountsQuery());
  const { answer } = job;
  const isPrebuilt = prebuilt.data?.year === year && prebuilt.data.rule === rule;
  const isCurrent = answer !== undefined && answer.question.rule === rule && answer.question.year === year;
  const counts = isPrebuilt ? prebuilt.data : undefined;
  useLensView(
    useMemo(() => {
      if (answer && isCurrent && answer.units.length === reading.answer.units.length)
        return viewRobustness(answer, f, t);
      if (counts) return viewPrebuilt(reading, counts, f, t);
      return answer ? viewRobustness(answer, f, t) : null;
    }, [answer, isCurrent, counts, reading, f, t]),
  );
  return (
    <div className={panel.panel} aria-busy={job.isUpdating}>
      <JobStatus job={job} />
      {answer && <Figures answer={answer} reading={reading} />}
      <Rule rule={rule} />
      {answer && <MethodTable answer={answer} />}
      <Disclosure title={t.robustness.caveats.title} topic="robustness">
        <ul>
          {t.robustness.caveats.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Figures({ answer, reading }: { readonly answer: RobustnessAnswer; readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.robustness;
  const { summary, parents, variants } = answer;
  const own = summaryShares(summary);
  const of = variants.length;
  const sentences = [
    words.sentence(f.people(own.always), f.people(own.never), f.limit(variants[0].threshold)),
    ...(summary.unjudged > 0 ? [words.unjudged(f.people(summary.unjudged))] : []),
    ...(reading.isMoved ? [words.thresholdFixed(f.limit(variants[0].threshold))] : []),
  ];
  const byClass = peopleByClass(summary.byCount);
  return (
    <>
      <LensHeadline
        label={words.label(of)}
        topic="robustness"
        people={own.depends}
        own={{ name: summary.territory.name, share: own.share }}
        parents={parents.map((parent) => ({ name: parent.territory.name, share: summaryShares(parent).share }))}
        sentences={sentences}
      />
      {own.people > 0 && (
        <>
          <Section title={words.people.title} topic="robustness">
            <div ref={ref}>
              {width > 0 && (
                <ComparisonBars
                  rows={byClass
                    .map((people, at) => ({
                      key: String(at),
                      name: nameClass(at, of, t),
                      value: people,
                      colour: ROBUSTNESS_PALETTE[at],
                      emphasised: at === 0 || at === byClass.length - 1,
                    }))
                    .reverse()}
                  width={width}
                  label={words.people.title}
                  missing={t.common.noData}
                  format={(people) =>
                    people === 0 ? words.people.none : `${f.people(people)} · ${writeShare(people / own.people, f, t)}`
                  }
                />
              )}
            </div>
          </Section>
          <Section title={words.split.title} topic="robustness">
            <dl className={classes.split}>
              {(
                [
                  [words.split.official, words.split.officialHelp, own.official],
                  [words.split.estimate, words.split.estimateHelp, own.estimate],
                  [words.split.all, "", own.depends],
                ] as const
              ).map(([name, help, people]) => (
                <div key={name}>
                  <dt>
                    {name}
                    {help && <span>{help}</span>}
                  </dt>
                  <dd>
                    <strong>{writeShare(people / own.people, f, t)}</strong>
                    <span>{t.common.inhabitants(people, f.people(people))}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        </>
      )}
    </>
  );
}

function Rule({ rule }: { readonly rule: ThresholdRule }) {
  const t = useTexts();
  const { store } = useServices();
  const words = t.robustness.rule;
  return (
    <Section title={words.label} topic="robustness">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.label}
        value={rule}
        onChange={(value) => choose(store, { rule: value as ThresholdRule })}
        data={THRESHOLD_RULES.map((value) => ({ value, label: words.names[value] }))}
      />
      <p className={classes.help}>{words.help[rule]}</p>
    </Section>
  );
}
