import { RoundsRoom } from "../rounds/rounds-room.tsx";
import { ScenarioRoom } from "../scenario/scenario-room.tsx";
import { useQuestion } from "../services.tsx";
import { Stage } from "../understand/stage.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { ActPanel } from "./act-panel.tsx";
import classes from "./act-room.module.css";
import { SideSwitch } from "./side-switch.tsx";
import { usePlan } from "./use-plan.ts";
import { usePlanView } from "./use-plan-view.ts";
import { useRefit } from "./use-refit.ts";
import { WhyCard } from "./why-card.tsx";

/** Room « Agir »: sites to find, a scenario to work on, or rounds to plan. */
export function ActRoom() {
  const mode = useQuestion((q) => q.act.mode);
  if (mode === "rounds") return <RoundsRoom />;
  return mode === "scenario" ? <ScenarioRoom /> : <PlacementRoom />;
}

/** Where new centres should open, beside the map that shows what they change. */
function PlacementRoom() {
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const selected = useQuestion((q) => q.selected);
  const plan = usePlan(reading);
  const lensView = usePlanView(reading, plan.state);
  const answer = plan.state.kind === "found" ? plan.state.answer : null;
  const isMap = view === "map";
  useRefit(answer !== null);
  return (
    <div className={classes.room} data-view={view}>
      <ActPanel access={access} reading={reading} plan={plan} lensView={lensView} isPhone={isPhone} />
      <div className={classes.stage}>
        <Stage access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
        {answer && isMap && <SideSwitch />}
        {answer && isMap && !isPhone && selected === null && (
          <div className={classes.why}>
            <WhyCard answer={answer} />
          </div>
        )}
      </div>
    </div>
  );
}
