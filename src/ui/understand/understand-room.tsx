import { useQuestion } from "../services.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { AccessPanel } from "./access-panel.tsx";
import { Stage } from "./stage.tsx";
import classes from "./understand-room.module.css";

/** Room « Comprendre »: the figures of a territory beside its map. */
export function UnderstandRoom() {
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  return (
    <div className={classes.room} data-view={view}>
      <AccessPanel access={access} reading={reading} isPhone={isPhone} />
      <Stage access={access} reading={reading} isPhone={isPhone} />
    </div>
  );
}
