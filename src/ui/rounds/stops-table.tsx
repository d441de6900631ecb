import {
  type CriterionStatus,
  PERIOD_WEEKS,
  type PlanRoundsAnswer,
  type RoundCriteria,
  type RoundStop,
} from "../../app/rounds.ts";
import { presetOf } from "../../core/access/profession-presets.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { listDays } from "./read-weeks.ts";
import classes from "./rounds.module.css";
import { roundsOfAnswer } from "./rounds-view.ts";
import { writeMinutes } from "./time-words.ts";

const SIGNS: Readonly<Record<CriterionStatus, string>> = { met: "✓", "not-met": "✗", unknown: "?" };

/** Minutes within which the engine looks for fixed care. */
const CARE_LIMIT = 60;

/** Every stop examined: those served, most useful first, then the others. */
export function StopsTable({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.rounds.sheet;
  const { profession } = answer.question.series;
  const isGp = profession === "gp";
  const { perPeople } = presetOf(profession);
  const daysOf = listStopDays(answer, t);
  const amount = (value: number) => (isGp ? f.integer(value) : f.decimal(value, 3));
  const stops = Array.from(answer.stops.keys()).sort(
    (a, b) =>
      rank(answer.stops[b]) - rank(answer.stops[a]) || answer.stops[b].peopleReached - answer.stops[a].peopleReached,
  );
  const { columns } = words;
  return (
    <>
      <ScrollTable caption={words.caption} isCaptionShown>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stops.map((p) => {
            const stop = answer.stops[p];
            return (
              <tr key={stop.code} data-served={stop.rhythm !== null || undefined}>
                <th scope="row">{stop.isMandatory ? `${stop.name} (${words.imposed})` : stop.name}</th>
                <td>{stop.rhythm ? t.rounds.form.rhythms[stop.rhythm] : words.unserved}</td>
                <td>{daysOf.get(p) ?? ""}</td>
                <td>{f.limit(stop.visitsPerYear)}</td>
                <td>{amount(stop.supply)}</td>
                <td>{f.people(stop.peopleReached)}</td>
                <td>{amount(stop.worth / perPeople)}</td>
                <td>{writeCare(stop)}</td>
                <td>{writeCount(stop.criteria)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
      <p className={classes.help}>{`${words.reached} ${isGp ? words.worth : words.worthFte}`}</p>
      <h2 className={classes.heading}>{t.rounds.criteria.title}</h2>
      <p className={classes.help}>{t.rounds.criteria.help}</p>
      {stops
        .filter((p) => answer.stops[p].rhythm !== null)
        .map((p) => (
          <Disclosure key={answer.stops[p].code} title={answer.stops[p].name}>
            <CriteriaList criteria={answer.stops[p].criteria} />
          </Disclosure>
        ))}
    </>
  );

  function writeCare({ minutesToCare }: RoundStop): string {
    if (minutesToCare === 0) return words.here;
    if (Number.isFinite(minutesToCare)) return writeMinutes(minutesToCare, f, t);
    return words.farther(writeMinutes(CARE_LIMIT, f, t));
  }

  function writeCount(criteria: RoundCriteria): string {
    const all = Object.values(criteria) as CriterionStatus[];
    const count = (status: CriterionStatus) => f.integer(all.filter((one) => one === status).length);
    return t.rounds.criteria.count(count("met"), count("unknown"));
  }
}

/** Each criterion with a sign and a word. */
function CriteriaList({ criteria }: { readonly criteria: RoundCriteria }) {
  const { rounds } = useTexts();
  const { names, status } = rounds.criteria;
  return (
    <ul className={classes.criteria}>
      {(Object.keys(names) as (keyof RoundCriteria)[]).map((key) => (
        <li key={key} data-status={criteria[key]}>
          <span className={classes.sign} aria-hidden>
            {SIGNS[criteria[key]]}
          </span>
          {`${names[key]} : ${status[criteria[key]]}`}
        </li>
      ))}
    </ul>
  );
}

/** Served stops first, by worth. */
function rank({ rhythm, worth }: RoundStop): number {
  return rhythm === null ? -1 : 1 + worth;
}

/** « Lundi », or « Lundi (1, 3) » where it is not every week. */
function listStopDays(answer: PlanRoundsAnswer, t: Texts): ReadonlyMap<number, string> {
  const weeks = new Map<number, { readonly weekday: number; readonly weeks: number[] }>();
  for (const { route, week, weekday } of listDays(roundsOfAnswer(answer))) {
    for (const { place } of route.visits) {
      const known = weeks.get(place) ?? { weekday, weeks: [] };
      known.weeks.push(week + 1);
      weeks.set(place, known);
    }
  }
  return new Map(
    [...weeks].map(([place, on]) => {
      const name = t.rounds.week.names[on.weekday];
      return [place, on.weeks.length === PERIOD_WEEKS ? name : `${name} (${on.weeks.join(", ")})`];
    }),
  );
}
