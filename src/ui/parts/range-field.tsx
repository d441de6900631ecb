import { UnstyledButton } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import { useTexts } from "../services.tsx";
import classes from "./range-field.module.css";

interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  /** The value in words, beside the label and for screen readers. */
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number one can slide, step by keyboard or by the buttons at its ends. */
export function RangeField({ label, value, shown, min, max, step, onChange }: RangeFieldProps) {
  const t = useTexts();
  const id = useId();
  const move = (to: number) => onChange(Number(Math.min(max, Math.max(min, to)).toFixed(6)));
  return (
    <div>
      <div className={classes.head}>
        <label className={classes.label} htmlFor={id}>
          {label}
        </label>
        <output className={classes.value} htmlFor={id}>
          {shown}
        </output>
      </div>
      <div className={classes.track}>
        <UnstyledButton
          className={classes.button}
          aria-label={`${label} : ${t.diagnoses.minus}`}
          disabled={value <= min}
          onClick={() => move(value - step)}
        >
          <IconMinus size={14} aria-hidden />
        </UnstyledButton>
        <input
          id={id}
          className={classes.range}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={shown}
          onChange={(event) => move(event.currentTarget.valueAsNumber)}
        />
        <UnstyledButton
          className={classes.button}
          aria-label={`${label} : ${t.diagnoses.plus}`}
          disabled={value >= max}
          onClick={() => move(value + step)}
        >
          <IconPlus size={14} aria-hidden />
        </UnstyledButton>
      </div>
    </div>
  );
}
