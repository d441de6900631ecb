import { Slider } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTexts } from "../services.tsx";
import classes from "./setting.module.css";

interface SettingProps {
  readonly label: string;
  /** Whether its author published the value in force; undefined: not the author's value any more. */
  readonly isPublished?: boolean | undefined;
  readonly help?: string | undefined;
  readonly value?: string | undefined;
  readonly children: ReactNode;
}

/** One assumption: its name, where it comes from, what it means, and the control that changes it. */
export function Setting({ label, isPublished, help, value, children }: SettingProps) {
  const t = useTexts();
  const words = t.recomputed.model;
  return (
    <div className={classes.setting}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        {value !== undefined && <span className={classes.value}>{value}</span>}
        {isPublished !== undefined && (
          <span className={classes.tag} data-published={isPublished || undefined}>
            {isPublished ? words.published : words.unpublished}
          </span>
        )}
      </div>
      {children}
      {help && <p className={classes.help}>{help}</p>}
    </div>
  );
}

interface NumberSliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly write: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A slider with its name and value on one line. */
export function NumberSlider({ label, value, min, max, step, write, onChange }: NumberSliderProps) {
  const id = useId();
  return (
    <div className={classes.slider}>
      <div className={classes.head}>
        <span className={classes.name} id={id}>
          {label}
        </span>
        <span className={classes.value}>{write(value)}</span>
      </div>
      <Slider
        size="sm"
        label={null}
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={onChange}
        thumbProps={{ "aria-labelledby": id, "aria-valuetext": write(value) }}
      />
    </div>
  );
}
