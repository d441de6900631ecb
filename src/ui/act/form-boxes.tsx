import { type ReactNode, useEffect, useId, useState } from "react";
import classes from "./act-form.module.css";

interface BoxProps {
  readonly label: string;
  /** Its control, which takes the id. */
  readonly children: (id: string) => ReactNode;
}

/** A field in a box that carries its own name. */
export function Box({ label, children }: BoxProps) {
  const id = useId();
  return (
    <div className={classes.box}>
      <label className={classes.name} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface ChoiceBoxProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export function ChoiceBox({ label, value, options, onChange }: ChoiceBoxProps) {
  return (
    <Box label={label}>
      {(id) => (
        <select
          id={id}
          className={classes.input}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Box>
  );
}

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly limits: readonly [low: number, high: number];
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A number one types or steps; what is typed counts as soon as it is one within the limits. */
export function NumberBox({ label, ...props }: NumberBoxProps) {
  return <Box label={label}>{(id) => <NumberInput {...props} id={id} />}</Box>;
}

type NumberInputProps = Omit<NumberBoxProps, "label"> & { readonly id?: string; readonly "aria-label"?: string };

/** The same without a box. */
export function NumberInput({ value, limits: [low, high], step = 1, onChange, ...named }: NumberInputProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  return (
    <input
      {...named}
      className={classes.input}
      type="number"
      inputMode="decimal"
      min={low}
      max={high}
      step={step}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const typed = currentTarget.valueAsNumber;
        if (typed >= low && typed <= high && Number.isInteger(typed / step)) onChange(typed);
      }}
      onBlur={() => setText(String(value))}
    />
  );
}
