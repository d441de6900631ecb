import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { EFFECTS, type Effect } from "../../app/act-choices.ts";
import room from "../act/act-room.module.css";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { Stage } from "../understand/stage.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { ScenarioPanel } from "./scenario-panel.tsx";
import { viewScenario } from "./scenario-view.ts";
import { useScenario } from "./use-scenario.ts";

/** The scenarios of this browser, beside the map that shows what the open one changes. */
export function ScenarioRoom() {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const shown = useQuestion((q) => q.act.effect);
  const open = useScenario(reading);
  const answer = open.job?.answer;
  const lensView = useMemo(
    () => (reading && answer ? viewScenario(reading, answer, shown, store.getState().question, f, t) : null),
    [reading, answer, shown, store, f, t],
  );
  return (
    <div className={room.room} data-view={view}>
      <ScenarioPanel access={access} reading={reading} open={open} lensView={lensView} isPhone={isPhone} />
      <div className={room.stage}>
        <Stage access={access} reading={reading} lensView={lensView} isPhone={isPhone} />
        {lensView && view === "map" && <EffectSwitch />}
      </div>
    </div>
  );
}

function EffectSwitch() {
  const { scenario } = useTexts();
  const { store } = useServices();
  const act = useQuestion((q) => q.act);
  return (
    <SegmentedControl
      className={room.side}
      size="xs"
      aria-label={scenario.map.effect}
      value={act.effect}
      onChange={(effect) => store.ask({ act: { ...act, effect: effect as Effect } })}
      data={EFFECTS.map((value) => ({ value, label: scenario.map.effects[value] }))}
    />
  );
}
