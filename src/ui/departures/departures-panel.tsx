import { Button, UnstyledButton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { choose, chooseYear } from "../../app/commands.ts";
import { type DeparturesAnswer, departuresQuery } from "../../app/diagnoses.ts";
import { Waterfall, type WaterfallStep, waterfallHeight } from "../../charts/waterfall.tsx";
import { MOST_LOST } from "../../core/access/uniform-loss.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import { RangeField } from "../parts/range-field.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensGate } from "../understand/lens-gate.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { AGE_YEARS } from "../understand/lens-years.ts";
import type { Reading } from "../understand/reading.ts";
import { ThresholdField } from "../understand/threshold-field.tsx";
import { writeShare } from "../understand/write-share.ts";
import { useJob } from "../use-job.ts";
import classes from "./departures-panel.module.css";
import { standsOf } from "./departures-steps.ts";
import { departuresPalette, viewDepartures } from "./departures-view.ts";

/** Who falls under the threshold as the oldest doctors leave. */
export function DeparturesPanel({ reading }: LensPanelProps) {
  return (
    <LensGate years={AGE_YEARS} gpOnly>
      <Departing reading={reading} />
    </LensGate>
  );
}

function Departing({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const year = useQuestion((q) => q.series.year);
  const loss = useQuestion((q) => q.choices.loss);
  const { threshold } = reading;
  const job = useJob((onProgress) => departuresQuery(engine.get, { territory, year, threshold }, onProgress));
  const { answer } = job;
  useLensView(useMemo(() => (answer ? viewDepartures(answer, loss, f, t) : null), [answer, loss, f, t]));
  const words = t.departures;
  return (
    <div className={classes.panel} aria-busy={job.isUpdating}>
      <JobStatus job={job} />
      {answer && <Cliff answer={answer} />}
      <div className={classes.field}>
        <ThresholdField reading={reading} label={t.departures.threshold} resetLabel={t.departures.thresholdReset} />
      </div>
      {answer && <Loss answer={answer} loss={loss} />}
      <Disclosure title={words.caveats.title} topic="departures">
        <ul>
          {words.caveats.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Cliff({ answer }: { readonly answer: DeparturesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { ref, width } = useElementSize();
  const { summary, parents, ages, question } = answer;
  const words = t.departures;
  const stands = standsOf(summary);
  const steps = listSteps(answer, f, t);
  const last = ages.at(-1) as "le65" | "le62";
  const fallen = stands.under - stands.already;
  const inconsistent = summary.steps.reduce((n, step) => n + step.inconsistentAreas, 0);
  const missing = summary.steps.reduce((n, step) => n + step.missingAreas, 0);
  const people = (key: "inconsistentPeople" | "missingPeople") => {
    const n = summary.steps.reduce((sum, step) => sum + step[key], 0);
    return t.common.inhabitants(n, f.people(n));
  };
  const communes = (n: number) => t.common.communes(n, f.integer(n));
  return (
    <>
      <LensHeadline
        label={words.label(f.limit(question.threshold), words.ages[last])}
        topic="departures"
        people={stands.under}
        own={{ name: summary.territory.name, share: stands.share }}
        parents={parents.map((parent) => ({ name: parent.territory.name, share: standsOf(parent).share }))}
        sentences={[words.sentence(f.people(stands.already), f.people(fallen))]}
      />
      {stands.people > 0 && (
        <Section title={words.steps.title} topic="departures">
          <div ref={ref} style={{ minHeight: waterfallHeight(steps.length) }}>
            {width > 0 && <Waterfall steps={steps} width={width} label={words.steps.label(summary.territory.name)} />}
          </div>
          <p className={classes.note}>
            {words.steps.source(question.year, f.list(ages.map((age) => words.steps.series[age])))}
          </p>
          {inconsistent > 0 && (
            <p className={classes.note}>{words.inconsistent(communes(inconsistent), people("inconsistentPeople"))}</p>
          )}
          {missing > 0 && <p className={classes.note}>{words.missing(communes(missing), people("missingPeople"))}</p>}
          {!ages.includes("le62") && (
            <p className={classes.note}>
              {words.only65(question.year)}{" "}
              <UnstyledButton className={classes.link} onClick={() => chooseYear(store, 2022)}>
                {t.diagnoses.toYear(2022)}
              </UnstyledButton>
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function listSteps({ summary, ages }: DeparturesAnswer, f: Formats, t: Texts): readonly WaterfallStep[] {
  const words = t.departures.steps;
  const stands = standsOf(summary);
  const palette = departuresPalette(ages.length - 1);
  const share = (people: number) => writeShare(people / stands.people, f, t);
  const plain = (people: number) => words.share(f.people(people), share(people));
  return [
    { key: "already", name: words.already, value: stands.already, text: plain(stands.already), colour: palette[0] },
    ...stands.falls.map((people, k) => ({
      key: ages[k + 1],
      name: words.falls[ages[k + 1] as "le65" | "le62"],
      value: people,
      text: words.added(f.people(people), share(people)),
      colour: palette[k + 1],
    })),
    ...(stands.out > 0
      ? [{ key: "out", name: words.out, value: stands.out, text: plain(stands.out), colour: OUT_COLOUR }]
      : []),
    { key: "above", name: words.above, value: stands.above, text: plain(stands.above), colour: palette[ages.length] },
  ];
}

const OUT_COLOUR = "#9ba6a0";

function Loss({ answer, loss }: { readonly answer: DeparturesAnswer; readonly loss: number }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const words = t.departures.loss;
  const { people, peopleByLoss, territory } = answer.summary;
  const parents = answer.parents.filter((parent) => parent.people > 0);
  if (people === 0) return null;
  const under = peopleByLoss[loss];
  return (
    <Section title={words.title} topic="departures">
      <RangeField
        label={words.label}
        value={loss}
        shown={t.departures.percent(f.integer(loss))}
        min={0}
        max={MOST_LOST}
        step={1}
        onChange={(value) => choose(store, { loss: value })}
      />
      <div aria-live="polite">
        {loss === 0 ? (
          <p className={classes.note}>{words.none}</p>
        ) : (
          <>
            <p className={classes.figure}>
              <strong data-exact={under}>{words.sentence(f.people(under), writeShare(under / people, f, t))}</strong>{" "}
              {words.more(f.people(under - peopleByLoss[0]))}
            </p>
            <p className={classes.note}>
              {[
                territory.name,
                ...parents.map((parent) =>
                  t.diagnoses.parent(parent.territory.name, f.percent(parent.peopleByLoss[loss] / parent.people)),
                ),
              ].join(" · ")}
            </p>
          </>
        )}
      </div>
      <p className={classes.note}>{words.hypothesis}</p>
      {loss > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => choose(store, { loss: 0 })}>
          {words.back}
        </Button>
      )}
    </Section>
  );
}
