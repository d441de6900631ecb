import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { sameTerritory } from "../../core/territory.ts";
import { useQuestion } from "../services.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { AccessPanel } from "./access-panel.tsx";
import { LensProvider, type LensView } from "./lens-view.ts";
import { PanelSkeleton } from "./panel-skeleton.tsx";
import type { Reading } from "./reading.ts";
import { Stage } from "./stage.tsx";
import classes from "./understand-room.module.css";

/** What the components within show, by who shows it; the last is seen. */
type Views = ReadonlyMap<string, LensView>;

const CompareRoom = lazy(async () => ({ default: (await import("../compare/compare-room.tsx")).CompareRoom }));

/** Room « Comprendre »: a territory, or two side by side. */
export function UnderstandRoom() {
  const territory = useQuestion((q) => q.territory);
  const compared = useQuestion((q) => q.compared);
  if (!compared || sameTerritory(compared, territory)) return <TerritoryRoom />;
  return (
    <Suspense fallback={<PanelSkeleton />}>
      <CompareRoom compared={compared} />
    </Suspense>
  );
}

/** The figures of a territory beside its map. */
function TerritoryRoom() {
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const [views, setViews] = useState<Views>(new Map());
  const show = useCallback((id: string, one: LensView | null) => setViews((all) => replaceView(all, id, one)), []);
  const shown = Array.from(views.values()).at(-1) ?? null;
  // A view computed for another territory waits for the answer it belongs to.
  const isShowable = useMemo(
    () => shown !== null && reading !== undefined && isAligned(shown, reading),
    [shown, reading],
  );
  const lensView = isShowable ? shown : null;
  return (
    <div className={classes.room} data-view={view}>
      <LensProvider value={show}>
        <AccessPanel access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
      </LensProvider>
      <Stage access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
    </div>
  );
}

/** A view that changes keeps its place: only one that is new comes last. */
function replaceView(all: Views, id: string, one: LensView | null): Views {
  if (one === null && !all.has(id)) return all;
  const next = new Map(all);
  if (one === null) next.delete(id);
  else next.set(id, one);
  return next;
}

function isAligned({ units }: LensView, { answer }: Reading): boolean {
  return units.length === answer.units.length && units.every((unit, row) => unit === answer.units[row]);
}
