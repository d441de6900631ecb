import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { dateOf } from "../../core/rounds/calendar.ts";
import { useFormats, useQuestion, useTexts } from "../services.tsx";
import { usePlace } from "../use-answers.ts";
import classes from "./print-sheet.module.css";
import { daysOfWeek, drivingBefore, letterOf, type WeekDay } from "./read-weeks.ts";
import { useMonday } from "./rounds-actions.tsx";
import { roundsOfAnswer } from "./rounds-view.ts";
import { readClock, writeClock, writeMinutes } from "./time-words.ts";

/** On paper alone: a page per vehicle and week, legible without colour, with a box to tick. */
export function PrintSheet({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const { vehicles, weeks } = answer.question;
  const rounds = roundsOfAnswer(answer);
  const pages = Array.from({ length: vehicles * weeks }, (_, k) => ({
    vehicle: k % vehicles,
    week: Math.floor(k / vehicles),
  }));
  return (
    <div className={classes.sheet} data-print>
      {pages.map(({ vehicle, week }) => {
        const days = daysOfWeek(rounds, week).filter(({ route }) => route.vehicle === vehicle);
        return days.length === 0 ? null : (
          <Page key={`${week} ${vehicle}`} answer={answer} days={days} vehicle={vehicle} week={week} />
        );
      })}
    </div>
  );
}

interface PageProps {
  readonly answer: PlanRoundsAnswer;
  readonly days: readonly WeekDay[];
  readonly vehicle: number;
  readonly week: number;
}

function Page({ answer, days, vehicle, week }: PageProps) {
  const t = useTexts();
  const f = useFormats();
  const monday = useMonday();
  const leave = readClock(useQuestion((q) => q.rounds.leave));
  const place = usePlace();
  const words = t.rounds.print;
  const { question, stops, depot, rhythms } = answer;
  const { daysPerWeek } = question;
  const date = (weekday: number) => f.date(dateOf(monday, week * daysPerWeek + weekday, daysPerWeek));
  const dates = words.dates(date(0), date(daysPerWeek - 1));
  const clock = (minutes: number) => writeClock(leave + minutes);
  return (
    <section className={classes.page}>
      <h2>{words.title(place?.name ?? question.territory.code)}</h2>
      <p className={classes.head}>{words.page(letterOf(vehicle), String(week + 1), dates)}</p>
      <p>{words.depot(depot.name)}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            {words.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {days.map(({ route, weekday }) => (
          <tbody key={route.day}>
            {route.visits.map(({ place: stop, offer, arrival, departure }, k) => (
              <tr key={stop}>
                <th scope="row">{k === 0 ? `${t.rounds.week.names[weekday]} ${date(weekday)}` : ""}</th>
                <td>{clock(arrival)}</td>
                <td>{clock(departure)}</td>
                <td>{`${k + 1}. ${stops[stop].name}`}</td>
                <td>{t.rounds.form.rhythms[rhythms[offer]]}</td>
                <td>{writeMinutes(drivingBefore(route.visits, k), f, t)}</td>
                <td className={classes.box}>☐</td>
              </tr>
            ))}
            <tr>
              <th scope="row" />
              <td colSpan={6}>
                {`${clock(route.minutes)} ${t.rounds.week.back(depot.name)} · ${t.rounds.week.sum(writeMinutes(route.minutes, f, t), writeMinutes(route.drivingMinutes, f, t))}`}
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      <p className={classes.note}>{words.note}</p>
    </section>
  );
}
