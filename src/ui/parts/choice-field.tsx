import { SegmentedControl } from "@mantine/core";
import classes from "./panel.module.css";

interface ChoiceFieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly V[];
  readonly names: Readonly<Record<V, string>>;
  /** What the choice in force means. */
  readonly note?: string;
  readonly onChange: (value: V) => void;
}

/** A choice among a few, all of them in sight. */
export function ChoiceField<V extends string>({ label, value, options, names, note, onChange }: ChoiceFieldProps<V>) {
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        onChange={(chosen) => onChange(chosen as V)}
        data={options.map((option) => ({ value: option, label: names[option] }))}
      />
      {note && <p className={classes.note}>{note}</p>}
    </div>
  );
}
