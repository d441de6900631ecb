import { type ReactNode, useId } from "react";
import classes from "./forms.module.css";

interface ChoicesProps<V extends string> {
  readonly legend: string;
  /** Hidden where a title just above says the same. */
  readonly isLegendHidden?: boolean;
  readonly options: readonly V[];
  readonly names: Readonly<Record<V, string>>;
  readonly value: V | null;
  readonly fault?: string | undefined;
  onChange(value: V): void;
}

/** One of a few, each in a box large enough for a thumb. */
export function Choices<V extends string>({
  legend,
  isLegendHidden,
  options,
  names,
  value,
  fault,
  onChange,
}: ChoicesProps<V>) {
  const id = useId();
  return (
    <fieldset className={classes.group} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className={isLegendHidden ? "visually-hidden" : classes.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option} className={classes.choice}>
          <input type="radio" name={id} checked={value === option} onChange={() => onChange(option)} />
          <span>{names[option]}</span>
        </label>
      ))}
      <Fault id={`${id}-fault`} text={fault} />
    </fieldset>
  );
}

/** What is missing or wrong, said once it appears. */
export function Fault({ id, text }: { readonly id?: string; readonly text: string | undefined }) {
  return (
    <div id={id} role="alert">
      {text && <p className={classes.warning}>{text}</p>}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly value: string;
  readonly longest: number;
  readonly isLong?: boolean;
  readonly isWrong?: boolean;
  readonly type?: "text" | "url" | "date" | "email";
  onChange(value: string): void;
}

/** A text one types, its help read with it. */
export function TextField(props: TextFieldProps) {
  const { label, help, value, longest, isLong = false, isWrong, type = "text", onChange } = props;
  const id = useId();
  const common = {
    id,
    value,
    maxLength: longest,
    autoComplete: "off",
    "aria-invalid": isWrong || undefined,
    "aria-describedby": help ? `${id}-help` : undefined,
  } as const;
  return (
    <div className={classes.group}>
      <div className={classes.field}>
        <label className={classes.label} htmlFor={id}>
          {label}
        </label>
        {isLong ? (
          <textarea {...common} className={classes.text} onChange={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <input
            {...common}
            type={type}
            className={classes.line}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </div>
      {help && (
        <p id={`${id}-help`} className={classes.help}>
          {help}
        </p>
      )}
    </div>
  );
}
