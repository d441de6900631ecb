import { useMemo } from "react";
import { choose } from "../../app/commands.ts";
import type { ClustersAnswer } from "../../app/spatial.ts";
import { type Beside, DEFAULT_SPATIAL_CHOICES } from "../../app/spatial-choices.ts";
import { FailureError } from "../../core/failure.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import { Notice } from "../parts/notice.tsx";
import panel from "../parts/panel.module.css";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { type ClusterMode, countGroups, groupRows, modeOf } from "./cluster-groups.ts";
import classes from "./clusters-panel.module.css";
import { viewClusters } from "./clusters-view.ts";
import { DrawSettings } from "./draw-settings.tsx";
import { GlobalSection } from "./global-section.tsx";
import { Lookout } from "./lookout.tsx";
import { ScatterSection } from "./scatter-section.tsx";
import { useClusters } from "./use-clusters.ts";

/** Where alike communes lie together, and what chance does not explain. */
export function ClustersPanel({ reading }: LensPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const { statistic, beside } = useQuestion((q) => q.choices);
  const job = useClusters(reading);
  const { answer, error } = job;
  const { series } = reading;
  // The answer before, while another is computed, may be of another kind.
  const isOfKind = answer && (answer.global.kind === "bivariate") === (beside !== "itself");
  const isAligned = answer?.units.length === reading.answer.units.length;
  const shown = isOfKind && isAligned ? answer : undefined;
  const mode = modeOf(statistic, beside);
  useLensView(
    useMemo(
      () => (shown ? viewClusters(shown, { series, mode, beside }, f, t) : null),
      [shown, series, mode, beside, f, t],
    ),
  );
  const cannot = error instanceof FailureError && error.failure.code === "bad-input";
  const isElsewhere = shown?.analysed.every((one) => one === 0) === true;
  const words = t.clusters;
  return (
    <div className={panel.panel} aria-busy={job.isUpdating}>
      {cannot || isElsewhere ? <Impossible beside={beside} /> : <JobStatus job={job} />}
      {shown && !cannot && !isElsewhere && (
        <>
          <Figures answer={shown} mode={mode} reading={reading} />
          <p className={classes.caution}>{words.global.built}</p>
        </>
      )}
      <Lookout />
      {shown && !cannot && !isElsewhere && (
        <>
          <GlobalSection answer={shown} />
          <ScatterSection answer={shown} mode={mode} people={reading.answer.people} />
        </>
      )}
      <DrawSettings />
      <Disclosure title={t.method.topics.clusters} topic="clusters">
        <p>{words.method}</p>
      </Disclosure>
    </div>
  );
}

interface FiguresProps {
  readonly answer: ClustersAnswer;
  readonly mode: ClusterMode;
  readonly reading: Reading;
}

function Figures({ answer, mode, reading }: FiguresProps) {
  const t = useTexts();
  const f = useFormats();
  const { people } = reading.answer;
  const counts = useMemo(() => countGroups(answer, groupRows(answer, mode), people), [answer, mode, people]);
  const words = t.clusters;
  const { HH, LL, HL, LH, chance, island } = counts;
  const all = [HH, LL, HL, LH, chance, island].reduce((sum, { people: n }) => sum + n, 0);
  const bad = mode === "need" ? HL : LL;
  const odd = HL.areas + LH.areas;
  const write = (n: number) => t.common.inhabitants(n, f.people(n));
  return (
    <LensHeadline
      label={words.label[mode]}
      topic="clusters"
      people={bad.people}
      own={{ name: answer.territory.name, share: all > 0 ? bad.people / all : Number.NaN }}
      parents={[]}
      sentences={[
        words.sentence[mode](write(bad.people), write(HH.people)),
        ...(mode === "moran" && odd > 0 ? [words.odd(odd, t.common.communes(odd, f.integer(odd)))] : []),
        words.chance,
      ]}
    />
  );
}

/** Nothing to compute on: why, and the way out. */
function Impossible({ beside }: { readonly beside: Beside }) {
  const t = useTexts();
  const { store } = useServices();
  const words = t.clusters;
  if (beside === "old")
    return (
      <Notice
        text={words.oldOnly}
        actions={[
          { label: words.beside.names.itself, onClick: () => choose(store, { beside: "itself" }) },
          { label: words.beside.names.income, onClick: () => choose(store, { beside: "income" }) },
        ]}
      />
    );
  return (
    <Notice
      text={words.tooFew}
      actions={[{ label: words.toWider, onClick: () => choose(store, { against: DEFAULT_SPATIAL_CHOICES.against }) }]}
    />
  );
}
