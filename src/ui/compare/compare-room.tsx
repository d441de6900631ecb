import { Button } from "@mantine/core";
import { IconArrowsExchange, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { type AccessAnswer, accessQuery } from "../../app/answers.ts";
import { compareWith } from "../../app/commands.ts";
import { keepForOffline } from "../../app/offline.ts";
import { formatTerritory, type Territory } from "../../core/territory.ts";
import { DistributionSection } from "../inequality/distribution-section.tsx";
import { LorenzSection } from "../inequality/lorenz-section.tsx";
import { useInequality } from "../inequality/use-inequality.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import { type Reading, readAnswer } from "../understand/reading.ts";
import { SeriesSelectors } from "../understand/series-selectors.tsx";
import { useAccess } from "../use-answers.ts";
import { CompareMaps } from "./compare-maps.tsx";
import classes from "./compare-room.module.css";
import { listComparedRows, writeComparison } from "./compare-rows.ts";
import { CompareTable } from "./compare-table.tsx";

/** A and B, as their letters on the maps. */
const COLOURS = ["#0b5d56", "#8a4f08"] as const;

/** Two territories side by side: their maps in the same colours, and their figures row by row. */
export function CompareRoom({ compared }: { readonly compared: Territory }) {
  const t = useTexts();
  const { engine, store } = useServices();
  const own = useAccess();
  const series = useQuestion((q) => q.series);
  const other = useQuery(accessQuery(engine.get, compared, series));
  const a = useFixedReading(own.answer);
  const b = useFixedReading(other.data);
  // Whoever opens a link to a comparison never sees the map that keeps the offline copy otherwise.
  useEffect(() => keepForOffline(), []);
  const error = own.error ?? other.error;
  const words = t.compare;
  const quit = () => compareWith(store, null);
  return (
    <div className={classes.room}>
      <section className={classes.panel} aria-label={words.label} aria-busy={own.isUpdating || other.isFetching}>
        {a && b && <h1 className={classes.title}>{words.title(nameOf(a), nameOf(b))}</h1>}
        <p className={classes.subtitle}>{words.subtitle(t.professions.names[series.profession], series.year)}</p>
        <div className={classes.actions}>
          <Button size="xs" variant="default" leftSection={<IconX size={14} aria-hidden />} onClick={quit}>
            {words.quit}
          </Button>
          {a && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowsExchange size={14} aria-hidden />}
              onClick={() =>
                store.ask(
                  { territory: compared, compared: a.answer.question.territory, camera: null, selected: null },
                  "push",
                )
              }
            >
              {words.swap}
            </Button>
          )}
        </div>
        <SeriesSelectors />
        {error && (
          <FailureNotice
            title={t.failures.title}
            error={error}
            onRetry={own.error ? own.retry : () => void other.refetch()}
          >
            <Button size="xs" variant="default" onClick={quit}>
              {words.quit}
            </Button>
          </FailureNotice>
        )}
        {!error && (!a || !b) && <PanelSkeleton />}
        {!error && a && b && <ComparedFigures a={a} b={b} />}
      </section>
      {a && b && !error ? <CompareMaps a={a} b={b} /> : <p className={classes.loading}>{words.loading}</p>}
    </div>
  );
}

function ComparedFigures({ a, b }: { readonly a: Reading; readonly b: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const ofA = useInequality(a.answer.question.territory, a);
  const ofB = useInequality(b.answer.question.territory, b);
  const answerA = matching(ofA.answer, a);
  const answerB = matching(ofB.answer, b);
  const [sideA, sideB] = [
    { reading: a, answer: answerA },
    { reading: b, answer: answerB },
  ];
  const source = t.inequality.fileSource(a.series.year);
  const fileName = `oasis-comparaison-${a.series.profession}-${a.series.year}-${codeOf(a)}-${codeOf(b)}`;
  const error = ofA.error ?? ofB.error;
  const isWaiting = !answerA || !answerB;
  return (
    <>
      {error && <FailureNotice title={t.failures.title} error={error} onRetry={ofA.error ? ofA.resume : ofB.resume} />}
      {isWaiting && !error && (
        <p className={classes.updating} role="status">
          {t.compare.updating}
        </p>
      )}
      {!isWaiting && (
        <ul className={classes.sentences}>
          {writeComparison(sideA, sideB, f, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <CompareTable rows={listComparedRows(sideA, sideB, t)} a={sideA} b={sideB} fileName={fileName} />
      {!isWaiting && (
        <LorenzSection
          places={[answerA.summary, answerB.summary]}
          colours={COLOURS}
          source={source}
          fileName={`${fileName}-lorenz`}
        />
      )}
      {[a, b].map((reading) => (
        <DistributionSection
          key={codeOf(reading)}
          name={nameOf(reading)}
          reading={reading}
          values={reading.answer.values}
          source={source}
          fileName={`oasis-repartition-${codeOf(reading)}`}
        />
      ))}
    </>
  );
}

/** Both in the official classes and unfiltered, whatever the question: two maps in two scales cannot be compared. */
function useFixedReading(answer: AccessAnswer | undefined): Reading | undefined {
  const threshold = useQuestion((q) => q.threshold);
  const series = useQuestion((q) => q.series);
  const { store } = useServices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the question change the reading
  return useMemo(
    () => answer && readAnswer(answer, { ...store.getState().question, scale: "fixed", filter: "all" }),
    [answer, threshold, series, store],
  );
}

/** An answer of another territory or series, still there while its own is measured, is not shown under this name. */
function matching<
  T extends { readonly question: { readonly territory: Territory; readonly series: Reading["series"] } },
>(answer: T | undefined, { answer: access, series }: Reading): T | undefined {
  if (!answer || formatTerritory(answer.question.territory) !== formatTerritory(access.question.territory)) return;
  const { profession, year, ages } = answer.question.series;
  return profession === series.profession && year === series.year && ages === series.ages ? answer : undefined;
}

function nameOf({ answer }: Reading): string {
  return answer.summary.territory.name;
}

function codeOf({ answer }: Reading): string {
  return formatTerritory(answer.question.territory).replace(":", "-");
}
