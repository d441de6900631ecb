import { useMemo, useState } from "react";
import { useQuestion } from "../services.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { AccessPanel } from "./access-panel.tsx";
import { LensProvider, type LensView } from "./lens-view.ts";
import type { Reading } from "./reading.ts";
import { Stage } from "./stage.tsx";
import classes from "./understand-room.module.css";

/** Room « Comprendre »: the figures of a territory beside its map. */
export function UnderstandRoom() {
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const [shown, setShown] = useState<LensView | null>(null);
  // A view computed for another territory waits for the answer it belongs to.
  const isShowable = useMemo(
    () => shown !== null && reading !== undefined && isAligned(shown, reading),
    [shown, reading],
  );
  const lensView = isShowable ? shown : null;
  return (
    <div className={classes.room} data-view={view}>
      <LensProvider value={setShown}>
        <AccessPanel access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
      </LensProvider>
      <Stage access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
    </div>
  );
}

function isAligned({ units }: LensView, { answer }: Reading): boolean {
  return units.length === answer.units.length && units.every((unit, row) => unit === answer.units[row]);
}
