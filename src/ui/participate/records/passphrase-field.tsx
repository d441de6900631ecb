import { useId } from "react";
import formClasses from "../../act/act-form.module.css";
import classes from "../committee/committee.module.css";

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly fault?: string | undefined;
  readonly isNew: boolean;
  onChange(text: string): void;
}

/** A passphrase, hidden, which password managers may keep. */
export function PassphraseField({ label, value, help, fault, isNew, onChange }: PassphraseFieldProps) {
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
          type="password"
          autoComplete={isNew ? "new-password" : "current-password"}
          maxLength={200}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
      <div id={`${id}-about`}>
        {help && <p className={classes.help}>{help}</p>}
        {fault && <p className={classes.fault}>{fault}</p>}
      </div>
    </div>
  );
}
