import type { SpaceView } from "../../../app/contributions/board.ts";
import type { CorrectedAnswer } from "../../../app/corrected-access.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { PlainTable } from "../../inequality/plain-table.tsx";
import { ChoiceField } from "../../parts/choice-field.tsx";
import { Disclosure } from "../../parts/disclosure.tsx";
import { JobStatus } from "../../parts/job-status.tsx";
import { Section } from "../../parts/section.tsx";
import { listFigures } from "../../scenario/list-figures.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import type { Job } from "../../use-job.ts";
import { nameCommune } from "../report/commune-search.tsx";
import classes from "../report/forms.module.css";

interface CorrectedBoxProps {
  readonly view: SpaceView;
  /** null: official access is shown. */
  readonly job: Job<CorrectedAnswer> | null;
}

/** The switch « officiel / corrigé », and both side by side with what was applied and what was not. */
export function CorrectedBox({ view, job }: CorrectedBoxProps) {
  const { corrections } = useTexts();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const words = corrections.corrected;
  const { space } = view;
  return (
    <>
      <ChoiceField
        label={words.label}
        value={participate.corrected ? "corrected" : "official"}
        options={["official", "corrected"] as const}
        names={words.modes}
        note={words.help}
        onChange={(mode) => store.ask({ participate: { ...participate, space, corrected: mode === "corrected" } })}
      />
      {job && <JobStatus job={job} />}
      {job?.answer && <Compared view={view} answer={job.answer} isUpdating={job.isUpdating} />}
    </>
  );
}

interface ComparedProps {
  readonly view: SpaceView;
  readonly answer: CorrectedAnswer;
  readonly isUpdating: boolean;
}

function Compared({ view, answer, isUpdating }: ComparedProps) {
  const t = useTexts();
  const f = useFormats();
  const { places } = usePlaces();
  const words = t.corrections.corrected;
  const { official, corrected } = answer.figures;
  const figures = listFigures(answer.question.series.profession, answer.threshold, f, t);
  const nameOf = (id: string): string => {
    const found = view.state.corrections.find((one) => one.id === id);
    if (found === undefined) return id;
    const change = t.corrections.change(found.old, found.new);
    return `${nameCommune(found.row, places)}, ${nameField(found.field, t)}, ${change}`;
  };
  return (
    <Section title={words.title}>
      <div className={classes.stack} data-corrected aria-busy={isUpdating}>
        <PlainTable
          caption={words.table}
          headers={[words.measure, words.official, words.after, words.difference]}
          rows={figures.map(({ name, pick, write }) => [
            name,
            write(pick(official)),
            write(pick(corrected)),
            writeGap(pick(corrected) - pick(official), write),
          ])}
        />
        {answer.places !== 0 && <p className={classes.help}>{words.places(f.signed(answer.places, 0))}</p>}
        {answer.minutes.map((moved) => (
          <p key={moved.facility} className={classes.help}>
            {words.minutes[moved.facility](moved.codes.length)}
          </p>
        ))}
        <p className={classes.label}>
          {answer.applied.length === 0 ? words.nothing : words.applied(answer.applied.length)}
        </p>
        <ul className={classes.plain}>
          {answer.applied.map(({ id, effect }) => (
            <li key={id}>{`${nameOf(id)} : ${words.effects[effect]}`}</li>
          ))}
        </ul>
        {answer.ignored.length > 0 && (
          <Disclosure title={words.ignoredTitle(answer.ignored.length)}>
            <ul className={classes.plain}>
              {answer.ignored.map(({ id, why }) => (
                <li key={id}>{`${nameOf(id)} : ${t.corrections.why[why]}`}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        <p className={classes.help}>{words.caution}</p>
      </div>
    </Section>
  );
}

/** A difference as written, `=` where rounding leaves none. */
function writeGap(gap: number, write: (value: number) => string): string {
  if (Number.isNaN(gap)) return "—";
  if (write(Math.abs(gap)) === write(0)) return "=";
  return `${gap < 0 ? "−" : "+"} ${write(Math.abs(gap))}`;
}

/** What is counted, by the name of the professions and facilities figures rest on; else its code in the BPE. */
function nameField(field: string, t: Texts): string {
  const { fields } = t.corrections;
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field;
}
