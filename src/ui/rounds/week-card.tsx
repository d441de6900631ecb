import { SegmentedControl } from "@mantine/core";
import { viewRounds as lookAt } from "../../app/commands.ts";
import { PERIOD_WEEKS } from "../../app/rounds.ts";
import { ROUTE_DASHES, ROUTE_WIDTH } from "../../map/route-style.ts";
import why from "../act/why-card.module.css";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { markText, strokeOf } from "./draw-week.ts";
import type { Rounds, WeekDay } from "./read-weeks.ts";
import { daysOfWeek } from "./read-weeks.ts";
import classes from "./rounds.module.css";
import { writeMinutes } from "./time-words.ts";

/** The week on the map: each vehicle's day with its line and its stops in order. */
export function WeekCard({ rounds }: { readonly rounds: Rounds }) {
  const t = useTexts();
  const week = useQuestion((q) => q.rounds.week);
  const days = daysOfWeek(rounds, week - 1);
  const words = t.rounds.week;
  return (
    <section className={why.card} aria-label={words.title(week)}>
      <div className={why.head}>
        <h2 className={why.title}>{words.title(week)}</h2>
        <InfoButton topic="rounds" />
      </div>
      <WeekSwitch />
      <p className={why.line}>{t.rounds.map.depotLabel(rounds.depot.name)}</p>
      {days.length === 0 && <p className={why.note}>{words.empty}</p>}
      <ul className={why.list}>
        {days.map((day) => (
          <Day key={day.route.day * 10 + day.route.vehicle} day={day} rounds={rounds} />
        ))}
      </ul>
      <p className={why.note}>{words.straight}</p>
    </section>
  );
}

/** Which of the four weeks is shown. */
export function WeekSwitch() {
  const t = useTexts();
  const { store } = useServices();
  const week = useQuestion((q) => q.rounds.week);
  return (
    <div className={classes.weeks}>
      <span aria-hidden>{t.rounds.week.choose}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t.rounds.week.choose}
        value={String(week)}
        onChange={(value) => lookAt(store, { week: Number(value) })}
        data={Array.from({ length: PERIOD_WEEKS }, (_, k) => String(k + 1))}
      />
    </div>
  );
}

function Day({ day, rounds }: { readonly day: WeekDay; readonly rounds: Rounds }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.rounds.week;
  const { colour } = strokeOf(day);
  const { route } = day;
  const name = words.names[day.weekday];
  return (
    <li className={classes.day}>
      <h3 className={classes.dayName}>
        <Stroke day={day} />
        {rounds.vehicles > 1 ? words.dayVehicle(name, day.vehicle) : name}
      </h3>
      <ol className={classes.order}>
        {route.visits.map(({ place }, k) => (
          <li key={place}>
            <span className={classes.mark} style={{ background: colour }} aria-hidden>
              {markText(day, k, rounds.vehicles, t)}
            </span>
            {rounds.stops[place].name}
          </li>
        ))}
      </ol>
      <p className={why.line}>
        {words.sum(writeMinutes(route.minutes, f, t), writeMinutes(route.drivingMinutes, f, t))}
      </p>
    </li>
  );
}

/** The line as the map draws it. */
export function Stroke({ day }: { readonly day: WeekDay }) {
  const { colour, dash } = strokeOf(day);
  const dashes = ROUTE_DASHES[dash];
  return (
    <svg className={classes.stroke} width="30" height="8" aria-hidden>
      <line
        x1="0"
        x2="30"
        y1="4"
        y2="4"
        stroke={colour}
        strokeWidth={ROUTE_WIDTH}
        strokeDasharray={dashes.length > 1 ? dashes.map((length) => length * ROUTE_WIDTH).join(" ") : undefined}
      />
    </svg>
  );
}
