import type { MovedPeople, ScenarioAnswer } from "../../app/scenario-effects.ts";
import { FailureError } from "../../core/failure.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import tiles from "../act/plan-figures.module.css";
import { JobStatus } from "../parts/job-status.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import type { Job } from "../use-job.ts";
import { explainScenarioFailure } from "./explain-problem.ts";
import { listFigures } from "./list-figures.ts";
import classes from "./scenario.module.css";
import { ScenarioLimits } from "./scenario-limits.tsx";

/** What a scenario changes in figures, who gains and who loses, and what that supposes. */
export function ScenarioFigures({ job }: { readonly job: Job<ScenarioAnswer> }) {
  const t = useTexts();
  const f = useFormats();
  const { answer, error } = job;
  const words = t.scenario.figures;
  const isRefused = error instanceof FailureError && error.failure.code === "bad-input";
  return (
    <>
      {isRefused ? (
        <div className={classes.problem} role="alert">
          <strong>{words.failed}</strong>
          <p>{explainScenarioFailure(error, f, t)}</p>
        </div>
      ) : (
        <JobStatus job={job} />
      )}
      {answer && (
        <Section title={`${words.title} · ${t.scenario.baseline.on[answer.question.baseline]}`} topic="act">
          <div className={job.isUpdating || error ? classes.stale : undefined} data-updating={job.isUpdating}>
            {(job.isUpdating || error) && <p className={classes.help}>{words.updating}</p>}
            <dl className={tiles.tiles}>
              {listFigures(answer.question.scenario.series.profession, answer.threshold, f, t).map((figure) => (
                <Tile key={figure.key} figure={figure} answer={answer} />
              ))}
            </dl>
            {listMoves(answer, f, t).map((line) => (
              <p key={line} className={classes.moved}>
                {line}
              </p>
            ))}
          </div>
        </Section>
      )}
      {answer && <ScenarioLimits answer={answer} />}
    </>
  );
}

interface TileProps {
  readonly figure: ReturnType<typeof listFigures>[number];
  readonly answer: ScenarioAnswer;
}

function Tile({ figure: { key, name, pick, write, isMoreBetter }, answer: { figures, question } }: TileProps) {
  const { scenario } = useTexts();
  const before = pick(figures.before);
  const after = pick(figures.after);
  const gap = after - before;
  const isSame = Number.isNaN(gap) || write(Math.abs(gap)) === write(0);
  return (
    <div>
      <dt className={tiles.name}>{`${name} · ${scenario.baseline.short[question.baseline]}`}</dt>
      <dd className={tiles.value} data-figure={key} data-before={before} data-after={after}>
        {write(after)}
      </dd>
      <dd className={tiles.change} data-better={isSame || gap > 0 === isMoreBetter}>
        {isSame ? scenario.figures.same : `${gap < 0 ? "▼" : "▲"} ${write(Math.abs(gap))}`}
      </dd>
      <dd className={tiles.before}>{scenario.figures.from(write(before))}</dd>
    </div>
  );
}

function listMoves(answer: ScenarioAnswer, f: Formats, t: Texts): readonly string[] {
  const words = t.scenario.figures;
  const { gains, losses, supply, withoutCar, question, names } = answer;
  const digits = PROFESSION_RULES[question.scenario.series.profession].digits + 1;
  const moved = (of: MovedPeople, say: (people: string, mean: string) => string, none: string) =>
    of.people === 0
      ? none
      : `${say(f.people(of.people), f.signed(of.mean, digits + 1))} · ${words.most(f.list(of.most.slice(0, 3).map((row) => names[row])))}`;
  const net = supply.brought - supply.taken;
  return [
    moved(gains, words.gains, words.nobodyGains),
    moved(losses, words.losses, words.nobodyLoses),
    ...(Math.abs(net) > 1e-9 && supply.toTerritory / net >= 0 && supply.toTerritory / net <= 1
      ? [words.toTerritory(f.percent(supply.toTerritory / net))]
      : []),
    ...(withoutCar
      ? [
          words.withoutCar(
            f.people(withoutCar.figures.people),
            f.decimal(withoutCar.figures.meanBefore, digits),
            f.decimal(withoutCar.figures.meanAfter, digits),
          ),
        ]
      : []),
  ];
}
