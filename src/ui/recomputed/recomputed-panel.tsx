import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { SHOWN, type Shown } from "../../app/question.ts";
import { RATE_METHODS } from "../../core/access/model.ts";
import type { Texts } from "../../i18n/fr.ts";
import { ParityPanel } from "../parity/parity-panel.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Section } from "../parts/section.tsx";
import { RoadsChip } from "../roads/roads-chip.tsx";
import { TimesLabel } from "../roads/times-label.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import { BesideOfficial } from "./beside-official.tsx";
import { Fidelity } from "./fidelity.tsx";
import { ModelForm, roundActivity } from "./model-form.tsx";
import classes from "./recomputed-panel.module.css";
import { readRecomputed, viewRecomputed } from "./recomputed-view.ts";
import { useRecomputed } from "./use-recomputed.ts";

/** The official indicator computed again before the reader's eyes, every assumption within reach. */
export function RecomputedPanel({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const threshold = useQuestion((q) => q.threshold);
  const filter = useQuestion((q) => q.filter);
  const scale = useQuestion((q) => q.scale);
  const shown = useQuestion((q) => q.shown);
  const series = useQuestion((q) => q.series);
  const { question, answer, error, isUpdating, stage, retry } = useRecomputed();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the question change the view
  const view = useMemo(
    () => (answer ? viewRecomputed(answer, store.getState().question, f, t) : null),
    [answer, threshold, filter, scale, shown, series, store, f, t],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const own = useMemo(
    () => view?.reading ?? (answer && readRecomputed(answer, store.getState().question)),
    [view, answer, threshold, filter, scale, series, store],
  );
  useLensView(view);
  const words = t.recomputed;
  const isRate = RATE_METHODS.has(question.model.method);
  return (
    <>
      {error && <FailureNotice title={t.failures.title} error={error} onRetry={retry} />}
      {!answer && !error && <PanelSkeleton />}
      {!answer && stage && (
        <p className={classes.stage} role="status">
          {writeStage(stage, words)}
        </p>
      )}
      {answer && own && (
        <Section title={words.title} topic="recomputed">
          {isRate ? (
            <>
              <BesideOfficial official={reading} recomputed={own} isUpdating={isUpdating} />
              <SegmentedControl
                fullWidth
                size="xs"
                aria-label={words.shown}
                value={shown}
                onChange={(value) => store.ask({ shown: value as Shown })}
                data={SHOWN.map((value) => ({ value, label: words.shownNames[value] }))}
              />
            </>
          ) : (
            <p className={classes.note}>{words.fidelity.none}</p>
          )}
          <TimesLabel used={answer.times} />
          {answer.perPlace !== null && (
            <p className={classes.note}>
              {words.sites(
                f.integer(answer.sites),
                words.perPlaceUnits[question.series.profession](f.limit(roundPlace(answer.perPlace))),
              )}
            </p>
          )}
          <RoadsChip />
        </Section>
      )}
      {answer && isRate && (
        <Fidelity question={question} isReady={!isUpdating} name={answer.level.summary.territory.name} />
      )}
      <Section title={words.model.title} topic="recomputed">
        <p className={classes.note}>{words.model.help}</p>
        <ModelForm
          model={question.model}
          profession={question.series.profession}
          perPlace={answer?.perPlace == null ? null : roundActivity(answer.perPlace)}
        />
      </Section>
      <ParityPanel profession={series.profession} year={series.year} />
    </>
  );
}

function writeStage(stage: string, words: Texts["recomputed"]): string {
  return stage in words.stages ? words.stages[stage as keyof typeof words.stages] : words.computing;
}

function roundPlace(value: number): number {
  return value > 50 ? Math.round(value) : value;
}
