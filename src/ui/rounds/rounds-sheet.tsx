import { SegmentedControl } from "@mantine/core";
import { viewRounds as lookAt } from "../../app/commands.ts";
import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { ROUND_SHEETS, type RoundSheet } from "../../app/rounds-choices.ts";
import { Notice } from "../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { AccessTable } from "../understand/access-table.tsx";
import type { LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import classes from "./rounds.module.css";
import { StopsTable } from "./stops-table.tsx";
import { WeekCalendar } from "./week-calendar.tsx";

interface RoundsSheetProps {
  readonly answer: PlanRoundsAnswer | null;
  readonly reading: Reading;
  readonly lensView: LensView | null;
}

/** What the map of rounds says, as tables: the calendar, the stops, the communes. */
export function RoundsSheet({ answer, reading, lensView }: RoundsSheetProps) {
  const t = useTexts();
  const { store } = useServices();
  const sheet = useQuestion((q) => q.rounds.sheet);
  const words = t.rounds.sheet;
  return (
    <div className={classes.sheet}>
      <SegmentedControl
        className={classes.tabs}
        size="xs"
        aria-label={words.label}
        value={sheet}
        onChange={(value) => lookAt(store, { sheet: value as RoundSheet })}
        data={ROUND_SHEETS.map((value) => ({ value, label: words.tabs[value] }))}
      />
      {sheet === "communes" ? (
        <div className={classes.communes}>
          <AccessTable reading={reading} lensView={lensView} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
        <section className={classes.page} tabIndex={0} aria-label={words.tabs[sheet]}>
          {!answer && <Notice text={words.none} />}
          {answer && (sheet === "calendar" ? <WeekCalendar answer={answer} /> : <StopsTable answer={answer} />)}
        </section>
      )}
    </div>
  );
}
