import { Suspense, useEffect, useState } from "react";
import room from "../act/act-room.module.css";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import panel from "../understand/access-panel.module.css";
import { CommuneCard } from "../understand/commune-card.tsx";
import type { LensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import { Stage } from "../understand/stage.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { ClockNotice } from "./clock-notice.tsx";
import { PartNav } from "./part-nav.tsx";
import classes from "./participate-room.module.css";
import { PART_VIEWS } from "./parts.ts";

/** Room « Participer »: one part beside the map. */
export function ParticipateRoom() {
  const { participate: words, failures } = useTexts();
  const { contributions } = useServices();
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const part = useQuestion((q) => q.participate.part);
  const selected = useQuestion((q) => q.selected);
  const [lensView, setLensView] = useState<LensView | null>(null);
  useEffect(() => void contributions.open(), [contributions]);
  const shown = PART_VIEWS[part];
  return (
    <div
      className={`${room.room} ${classes.room}`}
      data-view={view}
      data-wide={shown?.isWide || undefined}
      data-alone={shown?.isAlone || undefined}
    >
      <section className={panel.panel} aria-label={words.parts.names[part]} aria-busy={access.isUpdating}>
        <PartNav />
        <ClockNotice />
        {access.error && <FailureNotice title={failures.title} error={access.error} onRetry={access.retry} />}
        <Suspense fallback={<PanelSkeleton />}>
          {shown && (
            <shown.Component key={part} access={access} reading={reading} isPhone={isPhone} showOnMap={setLensView} />
          )}
        </Suspense>
        {isPhone && selected !== null && (
          <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
        )}
      </section>
      <div className={room.stage}>
        <Stage access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
      </div>
    </div>
  );
}
