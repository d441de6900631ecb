import room from "../act/act-room.module.css";
import { SideSwitch } from "../act/side-switch.tsx";
import { useQuestion } from "../services.tsx";
import { Stage } from "../understand/stage.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { PrintSheet } from "./print-sheet.tsx";
import classes from "./rounds.module.css";
import { RoundsPanel } from "./rounds-panel.tsx";
import { RoundsSheet } from "./rounds-sheet.tsx";
import { roundsOfAnswer } from "./rounds-view.ts";
import { useFitRounds } from "./use-fit-rounds.ts";
import { useRounds, useRoundsView } from "./use-rounds.ts";
import { WeekCard } from "./week-card.tsx";

/** Rounds of mobile units, beside the map that shows a week of them. */
export function RoundsRoom() {
  const access = useAccess();
  const reading = useReading(access.answer);
  const isPhone = useIsPhone();
  const view = useQuestion((q) => q.view);
  const selected = useQuestion((q) => q.selected);
  const plan = useRounds(reading);
  const { state } = plan;
  const lensView = useRoundsView(reading, state);
  const answer = state.kind === "found" ? state.answer : null;
  const isMap = view === "map";
  useFitRounds(answer);
  return (
    <>
      <div className={classes.screen}>
        <div className={room.room} data-view={view}>
          <RoundsPanel access={access} reading={reading} plan={plan} lensView={lensView} isPhone={isPhone} />
          <div className={room.stage}>
            <Stage
              access={access}
              reading={reading}
              lensView={lensView}
              isPhone={isPhone}
              sheet={reading && <RoundsSheet answer={answer} reading={reading} lensView={lensView} />}
            />
            {answer && isMap && <SideSwitch />}
            {answer && isMap && !isPhone && selected === null && (
              <div className={room.why}>
                <WeekCard rounds={roundsOfAnswer(answer)} />
              </div>
            )}
          </div>
        </div>
      </div>
      {answer && <PrintSheet answer={answer} />}
    </>
  );
}
