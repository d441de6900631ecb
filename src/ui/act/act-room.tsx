import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef } from "react";
import { SIDES, type Side } from "../../app/act-choices.ts";
import { changeAct } from "../../app/commands.ts";
import { ScenarioRoom } from "../scenario/scenario-room.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { Stage } from "../understand/stage.tsx";
import { useFitTerritory } from "../understand/use-fit.ts";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { ActPanel } from "./act-panel.tsx";
import classes from "./act-room.module.css";
import { usePlan } from "./use-plan.ts";
import { usePlanView } from "./use-plan-view.ts";
import { WhyCard } from "./why-card.tsx";

/** Room « Agir »: sites to find, or a scenario to work on. */
export function ActRoom() {
  const mode = useQuestion((q) => q.act.mode);
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

/** The card of the sites takes the right of the map: whoever has not moved it sees the whole territory beside it. */
function useRefit(hasCard: boolean): void {
  const fit = useFitTerritory();
  const camera = useQuestion((q) => q.camera);
  const latest = useRef({ fit, camera });
  latest.current = { fit, camera };
  useEffect(() => {
    if (hasCard && latest.current.camera === null) latest.current.fit();
  }, [hasCard]);
}

function SideSwitch() {
  const t = useTexts();
  const { store } = useServices();
  const side = useQuestion((q) => q.act.side);
  const asked = useQuestion((q) => q.act.asked);
  return (
    <SegmentedControl
      className={classes.side}
      size="xs"
      aria-label={t.act.map.side}
      value={side}
      onChange={(value) => changeAct(store, { side: value as Side, asked })}
      data={SIDES.toReversed().map((value) => ({ value, label: t.act.map.sides[value] }))}
    />
  );
}
