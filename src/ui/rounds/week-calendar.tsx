import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { Scroller } from "../parts/scroller.tsx";
import { useFormats, useQuestion, useTexts } from "../services.tsx";
import { daysOfWeek, drivingBefore, drivingHome, letterOf, type WeekDay } from "./read-weeks.ts";
import classes from "./rounds.module.css";
import { roundsOfAnswer } from "./rounds-view.ts";
import { readClock, writeClock, writeMinutes } from "./time-words.ts";
import { Stroke, WeekSwitch } from "./week-card.tsx";

/** Days by vehicles of a week: when each stop begins and ends, and the driving between. */
export function WeekCalendar({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const week = useQuestion((q) => q.rounds.week);
  const { vehicles, daysPerWeek } = answer.question;
  const days = daysOfWeek(roundsOfAnswer(answer), week - 1);
  const words = t.rounds.week;
  const letters = Array.from({ length: vehicles }, (_, v) => letterOf(v));
  return (
    <>
      <WeekSwitch />
      <Scroller className={classes.scroller}>
        <table className={classes.calendar} data-week={week}>
          <caption className="visually-hidden">{words.caption(week)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {letters.map((letter) => (
                <th key={letter} scope="col">
                  {words.vehicle(letter)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {words.names.slice(0, daysPerWeek).map((name, weekday) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {letters.map((letter) => {
                  const day = days.find((one) => one.weekday === weekday && one.vehicle === letter);
                  return <td key={letter}>{day ? <DayCell day={day} answer={answer} /> : words.none}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className={classes.help}>{words.straight}</p>
    </>
  );
}

function DayCell({ day, answer }: { readonly day: WeekDay; readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const leave = readClock(useQuestion((q) => q.rounds.leave));
  const { route } = day;
  const { stops, depot, rhythms } = answer;
  const words = t.rounds.week;
  const clock = (minutes: number) => writeClock(leave + minutes);
  return (
    <>
      <p className={classes.cellHead}>
        <Stroke day={day} />
        {words.sum(writeMinutes(route.minutes, f, t), writeMinutes(route.drivingMinutes, f, t))}
      </p>
      <ol className={classes.timeline}>
        <li>
          <span>{clock(0)}</span>
          <span>{words.leaves(depot.name)}</span>
        </li>
        {route.visits.map(({ place, offer, arrival, departure }, k) => (
          <li key={place}>
            <span>{words.visit(clock(arrival), clock(departure))}</span>
            <span>
              <strong>{stops[place].name}</strong>{" "}
              <span className={classes.leg}>
                {words.about(
                  writeMinutes(drivingBefore(route.visits, k), f, t),
                  t.rounds.form.rhythms[rhythms[offer]].toLocaleLowerCase(f.locale),
                )}
              </span>
            </span>
          </li>
        ))}
        <li>
          <span>{clock(route.minutes)}</span>
          <span>
            {words.back(depot.name)}{" "}
            <span className={classes.leg}>{words.drive(writeMinutes(drivingHome(route), f, t))}</span>
          </span>
        </li>
      </ol>
    </>
  );
}
