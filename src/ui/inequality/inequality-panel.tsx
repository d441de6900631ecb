import { Button, SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { goTo } from "../../app/commands.ts";
import { BASES, type Basis, UNEQUAL, type Unequal } from "../../app/question.ts";
import { formatTerritory } from "../../core/territory.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import { DistributionSection } from "./distribution-section.tsx";
import { GroupsSection } from "./groups-section.tsx";
import classes from "./inequality-panel.module.css";
import { viewInequality } from "./inequality-view.ts";
import { LorenzSection } from "./lorenz-section.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { MeasureTrend } from "./measure-trend.tsx";
import { SentenceList } from "./sentence-list.tsx";
import { writeSentences } from "./sentences.ts";
import { useInequality, useMeasuredModel } from "./use-inequality.ts";

/** Own, then the country. */
const COLOURS = ["#0b5d56", "#66736e"] as const;

/** How unequal access is between the people of a territory: sentences first, then drawings, then every measure. */
export function InequalityPanel({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const unequal = useQuestion((q) => q.unequal);
  const basis = useQuestion((q) => q.basis);
  const model = useQuestion((q) => q.model);
  const measured = useMeasuredModel();
  const { territory, series } = reading.answer.question;
  const { answer, error, isUpdating, isStopped, cancel, resume } = useInequality(territory, reading);
  const isSingle = reading.answer.summary.areas < 2;
  const isOwn = answer !== undefined && formatTerritory(answer.question.territory) === formatTerritory(territory);
  const view = useMemo(
    () => (answer && isOwn && !isSingle ? viewInequality(reading, answer, unequal, f, t) : null),
    [answer, isOwn, isSingle, reading, unequal, f, t],
  );
  useLensView(view);
  const words = t.inequality;
  const { name } = reading.answer.summary.territory;
  const source = t.inequality.fileSource(series.year);
  const fileName = `oasis-inegalites-${series.profession}-${series.year}-${formatTerritory(territory).replace(":", "-")}`;
  if (reading.answer.summary.people === 0) return <p className={classes.note}>{words.empty(name)}</p>;
  if (isSingle) return <SingleArea reading={reading} />;
  return (
    <div className={classes.panel} aria-busy={isUpdating}>
      {error && <FailureNotice title={t.failures.title} error={error} onRetry={resume} />}
      {isUpdating && (
        <p className={classes.stage} role="status">
          {words.computing}
          {!answer && (
            <Button variant="subtle" size="compact-xs" onClick={cancel}>
              {words.cancel}
            </Button>
          )}
        </p>
      )}
      {isStopped && (
        <p className={classes.stage} role="status">
          {words.cancelled}
          <Button variant="subtle" size="compact-xs" onClick={resume}>
            {words.resume}
          </Button>
        </p>
      )}
      {!answer && !error && !isStopped && <PanelSkeleton />}
      {model !== null && (
        <div className={classes.choice}>
          <span className={classes.choiceLabel}>{words.basis}</span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.basis}
            value={basis}
            onChange={(value) => store.ask({ basis: value as Basis })}
            data={BASES.map((value) => ({ value, label: words.bases[value] }))}
          />
          {basis === "recomputed" && <p className={classes.note}>{measured ? words.basisNote : words.basisNone}</p>}
        </div>
      )}
      {answer && isOwn && (
        <>
          <Section title={words.title} topic="inequality">
            <SentenceList sentences={writeSentences(answer, f, t)} />
            <div className={classes.choice}>
              <span className={classes.choiceLabel}>{words.map.choose}</span>
              <SegmentedControl
                fullWidth
                size="xs"
                aria-label={words.map.choose}
                value={unequal}
                onChange={(value) => store.ask({ unequal: value as Unequal })}
                data={UNEQUAL.map((value) => ({ value, label: words.map.names[value] }))}
              />
            </div>
          </Section>
          <LorenzSection
            places={[answer.summary, ...answer.parents.slice(-1)]}
            colours={COLOURS}
            source={source}
            fileName={`${fileName}-lorenz`}
          />
          {view && (
            <DistributionSection
              reading={reading}
              values={answer.values}
              source={source}
              fileName={`${fileName}-repartition`}
            />
          )}
          <GroupsSection answer={answer} source={source} fileName={`${fileName}-groupes`} />
          <MeasureTrend answer={answer} source={source} fileName={`${fileName}-evolution`} />
          <MeasureTable answer={answer} fileName={fileName} />
          <Disclosure title={words.limits.title} topic="inequality">
            <ul>
              {words.limits.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </div>
  );
}

/** One area alone has one value: what measures would say of it is not about people. */
function SingleArea({ reading }: LensPanelProps) {
  const t = useTexts();
  const { store } = useServices();
  const { summary, parents } = reading.answer;
  const above = parents[0];
  const words = t.inequality.single;
  return (
    <Section title={words.title} topic="inequality">
      <p className={classes.text}>{words.text(summary.territory.name)}</p>
      {above && (
        <Button
          mt="xs"
          size="xs"
          onClick={() =>
            goTo(store, above.territory, summary.territory.kind === "commune" ? summary.territory.code : null)
          }
        >
          {words.go(above.territory.name)}
        </Button>
      )}
    </Section>
  );
}
