import { Button } from "@mantine/core";
import { useId } from "react";
import { PROFESSIONS, type Profession } from "../../core/professions.ts";
import { LEAVING_AGES } from "../../core/scenario/change.ts";
import { CHANGE_LIMITS } from "../../core/scenario/read-change.ts";
import formClasses from "../act/act-form.module.css";
import { Box, ChoiceBox } from "../act/form-boxes.tsx";
import { CommuneField } from "../parts/commune-field.tsx";
import { useFormats, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { type Draft, type Field, listStops, nextStop, withoutStop } from "./change-draft.ts";
import { explainProblem } from "./explain-problem.ts";
import classes from "./scenario.module.css";

interface ChangeFieldProps {
  readonly field: Field;
  readonly draft: Draft;
  /** Problems by name of field. */
  readonly faults: ReadonlyMap<string, string>;
  readonly profession: Profession;
  readonly reading: Reading;
  onChange(draft: Draft): void;
}

/** One field of a form of a change, with what is wrong with it. */
export function ChangeField(props: ChangeFieldProps) {
  const { field, draft, profession, onChange } = props;
  const t = useTexts();
  const f = useFormats();
  const words = t.scenario.form;
  const { name } = field;
  const set = (value: string, key = name) => onChange({ ...draft, values: { ...draft.values, [key]: value } });
  switch (field.input) {
    case "text":
      return <Typed {...props} name={name} label={words.centre} longest={CHANGE_LIMITS.text} onType={set} />;
    case "number":
    case "percent":
      return <Typed {...props} name={name} label={labelOf(name, words)} isNumber onType={set} />;
    case "commune":
    case "communes":
      return <Communes {...props} name={name} isOne={field.input === "commune"} onPick={set} />;
    case "profession":
      return (
        <ChoiceBox
          label={words.profession}
          value={draft.values[name] ?? profession}
          onChange={(value) => set(value)}
          options={PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] }))}
        />
      );
    case "age":
      return (
        <>
          <ChoiceBox
            label={words.upTo}
            value={draft.values[name] ?? ""}
            onChange={(value) => set(value)}
            options={LEAVING_AGES.map((age) => ({ value: String(age), label: words.years(age) }))}
          />
          <Fault {...props} name={name} />
        </>
      );
    case "opening":
      return <OpeningFields {...props} onType={set} />;
    case "stops":
      return (
        <>
          {listStops(draft).map((stop, k) => (
            <fieldset key={stop} className={classes.group}>
              <legend className={classes.legend}>{words.stop(k + 1)}</legend>
              <Communes {...props} name={`stops.${stop}.commune`} isOne onPick={set} />
              <div className={classes.pair}>
                <Typed {...props} name={`stops.${stop}.halfDays`} label={words.halfDays} isNumber onType={set} />
                <Typed
                  {...props}
                  name={`stops.${stop}.consultations`}
                  label={words.consultationsPerHalfDay}
                  isNumber
                  onType={set}
                />
              </div>
              {k > 0 && (
                <Button size="compact-xs" variant="default" onClick={() => onChange(withoutStop(draft, stop))}>
                  {words.removeStop(k + 1)}
                </Button>
              )}
            </fieldset>
          ))}
          <Fault {...props} name={name} />
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${words.addStop} (${f.integer(listStops(draft).length + 1)})`}
            onClick={() => set("", `stops.${nextStop(draft)}.commune`)}
          >
            {words.addStop}
          </Button>
        </>
      );
  }
}

type Words = ReturnType<typeof useTexts>["scenario"]["form"];

function labelOf(name: string, words: Words): string {
  switch (name) {
    case "fte":
      return words.fte;
    case "minutes":
      return words.minutes;
    case "share":
      return words.share;
    case "excluded":
      return words.excluded;
    default:
      return words.consultations;
  }
}

type NamedProps = ChangeFieldProps & { readonly name: string };
type TypedProps = NamedProps & {
  readonly label: string;
  readonly isNumber?: boolean;
  readonly longest?: number;
  onType(text: string, name: string): void;
};

/** Whatever is typed stays as typed: a number is judged when the form is sent. */
function Typed({ label, isNumber = false, longest = 40, onType, ...props }: TypedProps) {
  const { name, draft, faults } = props;
  const fault = useId();
  return (
    <div>
      <Box label={label}>
        {(id) => (
          <input
            id={id}
            className={formClasses.input}
            inputMode={isNumber ? "decimal" : "text"}
            autoComplete="off"
            maxLength={longest}
            aria-invalid={faults.has(name)}
            aria-describedby={faults.has(name) ? fault : undefined}
            value={draft.values[name] ?? ""}
            onChange={(event) => onType(event.currentTarget.value, name)}
          />
        )}
      </Box>
      <Fault {...props} id={fault} />
    </div>
  );
}

type CommunesProps = NamedProps & { readonly isOne: boolean; onPick(codes: string, name: string): void };

/** Where one commune is asked for, another takes its place. */
function Communes({ isOne, onPick, ...props }: CommunesProps) {
  const { scenario } = useTexts();
  const { name, draft, reading } = props;
  const text = draft.values[name] ?? "";
  const codes = text === "" ? [] : text.split(",");
  const words = scenario.form;
  const { places } = words;
  const label = name in places ? places[name as keyof typeof places] : words.commune;
  return (
    <div>
      <CommuneField
        label={label}
        codes={codes}
        own={reading.answer.codes}
        isOne={isOne}
        onChange={(chosen) => onPick(chosen.join(","), name)}
      />
      <Fault {...props} />
    </div>
  );
}

/** Full-time equivalents by profession, the one on screen in sight, and days of opening. */
function OpeningFields({ onType, ...props }: ChangeFieldProps & Pick<TypedProps, "onType">) {
  const t = useTexts();
  const { field, draft, faults, profession } = props;
  const words = t.scenario.form;
  const name = field.name as "from" | "to";
  const key = (own: Profession) => `${name}.staff.${own}`;
  const others = PROFESSIONS.filter((own) => own !== profession);
  const box = (own: Profession) => (
    <Typed
      key={own}
      {...props}
      name={key(own)}
      label={words.fteOf(t.professions.names[own])}
      isNumber
      onType={onType}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.opening[name]}</legend>
      <div className={classes.pair}>
        {box(profession)}
        <Typed {...props} name={`${name}.days`} label={words.days} isNumber onType={onType} />
      </div>
      <Fault {...props} name={`${name}.staff`} />
      <details open={others.some((own) => (draft.values[key(own)] ?? "") !== "" || faults.has(key(own)))}>
        <summary className={classes.help}>{words.otherStaff}</summary>
        <div className={classes.pair}>{others.map(box)}</div>
      </details>
    </fieldset>
  );
}

function Fault({ id, name, faults, field }: NamedProps & { readonly id?: string }) {
  const t = useTexts();
  const problem = faults.get(name);
  if (problem === undefined) return null;
  const explainFault = () => {
    if (field.input === "percent") return t.scenario.form.percent;
    return name.endsWith(".staff") ? t.scenario.form.noStaff : explainProblem(problem, t);
  };
  return (
    <p className={classes.fault} id={id} role="alert">
      {explainFault()}
    </p>
  );
}
