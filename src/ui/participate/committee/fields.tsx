import { useId } from "react";
import formClasses from "../../act/act-form.module.css";
import classes from "./committee.module.css";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly help?: string;
  onChange(text: string): void;
}

type TextFieldProps = FieldProps & {
  readonly longest?: number;
  readonly type?: "text" | "date" | "number";
  /** Days. */
  readonly min?: string;
  readonly max?: string;
};

/** One line of text, a day or a number, with what is wrong with it below. */
export function TextField({ label, value, fault, help, longest, type = "text", min, max, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <div className={formClasses.box}>
        <label className={formClasses.name} htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className={formClasses.input}
          type={type === "number" ? "text" : type}
          inputMode={type === "number" ? "decimal" : undefined}
          autoComplete="off"
          maxLength={longest}
          min={min}
          max={max}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy(id, fault, help)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <Below id={id} fault={fault} help={help} />
    </div>
  );
}

/** Several lines of plain text. */
export function AreaField({ label, value, fault, help, longest = 2000, onChange }: FieldProps & { longest?: number }) {
  const id = useId();
  return (
    <div>
      <div className={formClasses.box}>
        <label className={formClasses.name} htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          className={`${formClasses.input} ${classes.area}`}
          rows={3}
          maxLength={longest}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy(id, fault, help)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <Below id={id} fault={fault} help={help} />
    </div>
  );
}

function Below({
  id,
  fault,
  help,
}: {
  readonly id: string;
  readonly fault: string | undefined;
  readonly help: string | undefined;
}) {
  return (
    <>
      {help && (
        <p className={classes.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault && (
        <p className={classes.fault} id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, fault: string | undefined, help: string | undefined): string | undefined {
  return [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
}
