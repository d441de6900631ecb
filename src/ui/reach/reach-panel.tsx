import { Button } from "@mantine/core";
import { useMemo } from "react";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { InfoButton } from "../parts/info-button.tsx";
import { RoadsChip } from "../roads/roads-chip.tsx";
import { TimesLabel } from "../roads/times-label.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useLensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import type { Reading } from "../understand/reading.ts";
import { ReachDownloads } from "./reach-downloads.tsx";
import { NearestPlaces } from "./reach-nearest.tsx";
import { ReachNotes } from "./reach-notes.tsx";
import classes from "./reach-panel.module.css";
import { ReachStart } from "./reach-start.tsx";
import { ReachTable } from "./reach-table.tsx";
import { buildReachView } from "./reach-view.tsx";
import { useReach } from "./use-reach.ts";

/** Lens « À portée »: from a point, what is reached by car in so many minutes. */
export function ReachPanel({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const from = useQuestion((q) => q.from);
  const { reach, overlay, error, isUpdating, retry } = useReach();
  const view = useMemo(
    () => (reach && overlay ? buildReachView(reading, reach, overlay, f, t) : null),
    [reading, reach, overlay, f, t],
  );
  useLensView(view);
  const answer = reach?.answer;
  const widest = answer?.bands.at(-1);
  return (
    <>
      <RoadsChip />
      <ReachStart answer={answer} areas={overlay?.areas} />
      {error && <FailureNotice title={t.reach.failed} error={error} onRetry={retry} />}
      {from && isUpdating && (
        <p className={classes.computing} role="status">
          {t.reach.computing}
          <Button size="compact-xs" variant="default" onClick={() => store.ask({ from: null })}>
            {t.roads.dialog.cancel}
          </Button>
        </p>
      )}
      {from && !reach && !error && <PanelSkeleton />}
      {reach && answer && widest && !error && (
        <div className={classes.figures} aria-busy={isUpdating}>
          <div className={classes.headline}>
            <p className={classes.label}>
              {t.reach.headline(f.integer(widest.minutes))}
              <InfoButton topic="reach" />
            </p>
            <p className={classes.figure} data-exact={widest.people} aria-live="polite">
              {f.people(widest.people)}
            </p>
            <TimesLabel used={widest} />
            <p className={classes.sentence}>
              {widest.communes === 0
                ? t.reach.nothing
                : t.reach.sentence(t.common.communes(widest.communes, f.integer(widest.communes)))}
            </p>
            <Outside reach={reach.answer} shown={reading.answer} />
          </div>
          <ReachTable answer={answer} />
          <NearestPlaces answer={answer} />
          <ReachNotes reach={reach} />
          <ReachDownloads reach={reach} areas={overlay?.areas} />
        </div>
      )}
    </>
  );
}

interface OutsideProps {
  readonly reach: { readonly units: Uint16Array };
  readonly shown: { readonly units: Uint16Array; readonly summary: { readonly territory: { readonly name: string } } };
}

/** Communes counted but not on the map, which shows one territory: said, so that table and figures can be reconciled. */
function Outside({ reach, shown }: OutsideProps) {
  const t = useTexts();
  const f = useFormats();
  const within = new Set(shown.units);
  const outside = reach.units.filter((unit) => !within.has(unit)).length;
  if (outside === 0) return null;
  return (
    <p className={classes.sentence}>
      {t.reach.outside(t.common.communes(outside, f.integer(outside)), shown.summary.territory.name)}
    </p>
  );
}
