import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { choose } from "../../app/commands.ts";
import type { DesertsAnswer } from "../../app/spatial.ts";
import { DESERT_COLOURS, MOST_LEAST_COMMUNES, REFERENCES } from "../../app/spatial-choices.ts";
import { ComparisonBars } from "../../charts/comparison-bars.tsx";
import { ChoiceField } from "../parts/choice-field.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import { Notice } from "../parts/notice.tsx";
import classes from "../parts/panel.module.css";
import { RangeField } from "../parts/range-field.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { ThresholdField } from "../understand/threshold-field.tsx";
import { writeShare } from "../understand/write-share.ts";
import { DesertList } from "./desert-list.tsx";
import { desertWith } from "./desert-names.ts";
import { DESERT_PALETTE, viewDeserts } from "./deserts-view.ts";
import { useDeserts } from "./use-deserts.ts";

/** Départements beyond which a desert is a joining of edges rather than a place. */
const PLACE_DEPARTEMENTS = 10;

/** Communes under the threshold that touch: each desert with its people, its communes and its depth. */
export function DesertsPanel({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.deserts;
  // Nothing is under 0.
  if (reading.threshold > 0) return <Deserts reading={reading} />;
  return (
    <div className={classes.panel}>
      <Notice text={`${words.none(f.limit(reading.threshold))} ${words.noneHelp}`} />
      <Choices reading={reading} />
    </div>
  );
}

function Deserts({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const { colour, desert } = useQuestion((q) => q.choices);
  const job = useDeserts(reading);
  const { answer } = job;
  const { series } = reading;
  const chosen = answer ? desertWith(answer, desert) : null;
  useLensView(
    useMemo(
      () => (answer ? viewDeserts(answer, { series, colour, chosen }, f, t) : null),
      [answer, series, colour, chosen, f, t],
    ),
  );
  const words = t.deserts;
  return (
    <div className={classes.panel} aria-busy={job.isUpdating}>
      <JobStatus job={job} />
      {answer && <Figures answer={answer} reading={reading} />}
      <Choices reading={reading} />
      {answer && answer.deserts.length > 0 && <DesertList answer={answer} chosen={chosen} />}
      <Disclosure title={words.caveats.title} topic="deserts">
        <ul>
          {words.caveats.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Figures({ answer, reading }: { readonly answer: DesertsAnswer; readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.deserts;
  const { summary, deserts } = answer;
  const threshold = f.limit(answer.threshold);
  const people = (n: number) => t.common.inhabitants(n, f.people(n));
  const communes = (n: number) => t.common.communes(n, f.integer(n));
  const { people: all } = reading.answer.summary;
  const [largest] = deserts;
  const part = (key: keyof typeof words.split.names, value: number, colour: string) => ({
    key,
    name: words.split.names[key],
    value,
    colour,
    emphasised: key === "together",
  });
  return (
    <>
      <LensHeadline
        label={words.label(threshold)}
        topic="deserts"
        people={summary.peopleInDeserts}
        own={{ name: answer.territory.name, share: all > 0 ? summary.peopleInDeserts / all : Number.NaN }}
        parents={[]}
        sentences={[
          summary.areasIsolated > 0
            ? words.sentence(people(summary.peopleIsolated), communes(summary.areasIsolated))
            : words.noneIsolated,
          ...(summary.peopleApart > 0 ? [words.apart(people(summary.peopleApart))] : []),
        ]}
      />
      {deserts.length === 0 && <Notice text={`${words.none(threshold)} ${words.noneHelp}`} />}
      {largest && largest.departements.length > PLACE_DEPARTEMENTS && (
        <Notice
          text={words.percolates(
            f.integer(largest.departements.length),
            people(largest.people),
            communes(largest.areas),
          )}
        />
      )}
      {summary.peopleUnder > 0 && (
        <Section title={words.split.title} topic="deserts">
          <div ref={ref}>
            {width > 0 && (
              <ComparisonBars
                rows={[
                  part("together", summary.peopleInDeserts, DESERT_PALETTE[2]),
                  part("isolated", summary.peopleIsolated, DESERT_PALETTE[0]),
                  ...(summary.peopleApart > 0 ? [part("apart", summary.peopleApart, DESERT_PALETTE[0])] : []),
                ]}
                width={width}
                label={words.split.title}
                missing={t.common.noData}
                format={(n) => `${f.people(n)} · ${writeShare(n / summary.peopleUnder, f, t)}`}
              />
            )}
          </div>
        </Section>
      )}
    </>
  );
}

function Choices({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { within, least, colour } = useQuestion((q) => q.choices);
  const isCountry = useQuestion((q) => q.territory.kind === "country");
  const words = t.deserts;
  return (
    <div className={classes.choices}>
      {!isCountry && (
        <ChoiceField
          label={words.within.label}
          value={within}
          options={REFERENCES}
          names={words.within.names}
          note={words.within.help[within]}
          onChange={(value) => choose(store, { within: value })}
        />
      )}
      <RangeField
        label={words.least.label}
        value={least}
        shown={words.least.value(least, f.integer(least))}
        min={1}
        max={MOST_LEAST_COMMUNES}
        step={1}
        onChange={(value) => choose(store, { least: value })}
      />
      <ThresholdField reading={reading} label={words.threshold} resetLabel={words.thresholdReset} />
      <ChoiceField
        label={words.colour.label}
        value={colour}
        options={DESERT_COLOURS}
        names={words.colour.names}
        onChange={(value) => choose(store, { colour: value })}
      />
    </div>
  );
}
