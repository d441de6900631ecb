import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { presetOf } from "../../core/access/profession-presets.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import tiles from "../act/plan-figures.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { findLimits } from "./find-limits.ts";
import { straightKm } from "./read-weeks.ts";
import classes from "./rounds.module.css";
import { roundsOfAnswer } from "./rounds-view.ts";
import { writeMinutes } from "./time-words.ts";

/** Totals of the rounds, and what keeps them from being more. */
export function RoundsFigures({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.rounds.limits;
  const limits = findLimits(answer);
  const { unserved } = limits;
  return (
    <>
      <Section title={t.rounds.figures.title} topic="rounds">
        <dl className={tiles.tiles}>
          {listTiles(answer, f, t).map(({ key, name, value, exact, aside }) => (
            <div key={key}>
              <dt className={tiles.name}>{name}</dt>
              <dd className={tiles.value} data-figure={key} data-exact={exact}>
                {value}
              </dd>
              <dd className={tiles.before}>{aside}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={words.title} topic="rounds">
        <p className={classes.lead} data-limit={limits.kind}>
          {words[limits.kind]}
        </p>
        <p className={classes.help}>
          {words.days(f.integer(limits.used), f.integer(limits.all), f.integer(limits.full))}
        </p>
        {unserved.length > 0 && (
          <p className={classes.help}>
            {words.unserved(unserved.length, f.integer(unserved.length), f.list(unserved.slice(0, 3)))}
          </p>
        )}
      </Section>
    </>
  );
}

interface Tile {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly exact: number;
  readonly aside: string;
}

function listTiles(answer: PlanRoundsAnswer, f: Formats, t: Texts): readonly Tile[] {
  const words = t.rounds.figures;
  const { question, found, stops, gain, need, peopleUnder, peopleUnderAfter } = answer;
  const { profession } = question.series;
  const unit = profession === "gp" ? "consultations" : "fte";
  const { perPeople } = presetOf(profession);
  const amount = (value: number) => (unit === "fte" ? f.decimal(value, 2) : f.people(value));
  const served = stops.filter(({ rhythm }) => rhythm !== null);
  const sum = (read: (stop: (typeof served)[number]) => number) =>
    served.reduce((total, stop) => total + read(stop), 0);
  const supply = sum((stop) => stop.supply);
  const visits = sum((stop) => stop.visitsPerYear);
  const minutes = found.routes.reduce((total, route) => total + route.minutes, 0) / question.weeks;
  const km = straightKm(roundsOfAnswer(answer)) / question.weeks;
  const fewer = peopleUnder - peopleUnderAfter;
  return [
    {
      key: "share",
      name: words.share,
      value: f.percent(need > 0 ? gain / need : 0),
      exact: gain,
      aside: words.shareOf[unit](amount(gain / perPeople), amount(need / perPeople)),
    },
    {
      key: "under",
      name: words.under(f.limit(question.threshold)),
      value: f.people(peopleUnderAfter),
      exact: peopleUnderAfter,
      aside: `${fewer > 0 ? `▼ ${f.people(fewer)} · ` : ""}${t.act.figures.from(f.people(peopleUnder))}`,
    },
    {
      key: "supply",
      name: words.supply,
      value: amount(supply),
      exact: supply,
      aside: words.supplies[unit](f.integer(visits)),
    },
    {
      key: "stops",
      name: words.stops,
      value: f.integer(served.length),
      exact: served.length,
      aside: words.ofStops(f.integer(stops.length)),
    },
    {
      key: "hours",
      name: words.hours,
      value: writeMinutes(minutes, f, t),
      exact: minutes,
      aside: words.drivingOf(writeMinutes(found.drivingMinutes / question.weeks, f, t)),
    },
    { key: "road", name: words.road, value: words.km(f.integer(km)), exact: km, aside: words.straight },
  ];
}
