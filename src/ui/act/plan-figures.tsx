import type { PlanFigures as Figures, PlaceSitesAnswer } from "../../app/plans.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./plan-figures.module.css";

/** The same figures before and after. */
export function PlanFigures({ answer }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.act;
  const { aside } = answer;
  return (
    <Section title={words.figures.title} topic="act">
      <dl className={classes.tiles}>
        {listTiles(answer, f, t).map(({ key, name, after, before, change, isBetter }) => (
          <div key={key}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value} data-figure={key}>
              {after}
            </dd>
            <dd className={classes.change} data-better={isBetter}>
              {change}
            </dd>
            <dd className={classes.before}>{before}</dd>
          </div>
        ))}
      </dl>
      {aside.names.length > 0 && (
        <p className={classes.note}>{words.limits.aside(f.list(aside.names), f.people(aside.people))}</p>
      )}
    </Section>
  );
}

interface Tile {
  readonly key: string;
  readonly name: string;
  readonly after: string;
  readonly before: string;
  readonly change: string;
  readonly isBetter: boolean;
}

function listTiles({ question, today, planned }: PlaceSitesAnswer, f: Formats, t: Texts): readonly Tile[] {
  const words = t.act.figures;
  const { digits } = PROFESSION_RULES[question.series.profession];
  const minutes = f.integer(question.minutes);
  const tile = (
    key: string,
    name: string,
    pick: (figures: Figures) => number | undefined,
    write: (value: number) => string,
    isMoreBetter: boolean,
  ): readonly Tile[] => {
    const after = pick(planned);
    if (after === undefined || Number.isNaN(after)) return [];
    const before = pick(today);
    const known = before !== undefined && !Number.isNaN(before);
    const gap = known ? after - before : 0;
    const isSame = !known || write(Math.abs(gap)) === write(0);
    return [
      {
        key,
        name,
        after: write(after),
        before: known ? words.from(write(before)) : words.none,
        change: !known ? "" : isSame ? words.same : `${gap < 0 ? "▼" : "▲"} ${write(Math.abs(gap))}`,
        isBetter: isSame || gap > 0 === isMoreBetter,
      },
    ];
  };
  const time = (value: number) => t.act.minutes(f.decimal(value, 1));
  const access = (value: number) => f.decimal(value, digits + 1);
  return [
    ...tile("under", words.under(f.limit(question.threshold)), (of) => of.peopleUnder, f.people, false),
    ...tile("mean", words.mean, (of) => of.mean, access, true),
    ...tile(
      "gini",
      words.gini,
      (of) => of.gini,
      (value) => f.decimal(value, 3),
      false,
    ),
    ...tile("fifth", words.fifth, (of) => of.lowestFifth, access, true),
    ...tile("travel", words.travel, (of) => of.minutes?.mean, time, false),
    ...tile("within", words.within(minutes), (of) => of.minutes?.peopleWithin, f.people, true),
    ...tile("farthest", writeFarthest(planned, t), (of) => of.minutes?.farthest.minutes, time, false),
  ];
}

function writeFarthest({ minutes }: Figures, t: Texts): string {
  const words = t.act.figures;
  return minutes ? `${words.farthest} (${minutes.farthest.name})` : words.farthest;
}
