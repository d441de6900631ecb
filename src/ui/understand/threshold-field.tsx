import { UnstyledButton } from "@mantine/core";
import { moveThreshold } from "../../app/commands.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import panel from "../parts/panel.module.css";
import { RangeField } from "../parts/range-field.tsx";
import { useFormats, useServices } from "../services.tsx";
import type { Reading } from "./reading.ts";

interface ThresholdFieldProps {
  readonly reading: Reading;
  readonly label: string;
  readonly resetLabel: (own: string) => string;
}

/** The threshold of the question, and the way back to that of the profession. */
export function ThresholdField({ reading, label, resetLabel }: ThresholdFieldProps) {
  const f = useFormats();
  const { store } = useServices();
  const { step, domainMax } = PROFESSION_RULES[reading.series.profession];
  return (
    <div>
      <RangeField
        label={label}
        value={reading.threshold}
        shown={f.limit(reading.threshold)}
        min={step}
        max={domainMax}
        step={step}
        onChange={(value) => moveThreshold(store, value)}
      />
      {reading.isMoved && (
        <UnstyledButton className={panel.link} onClick={() => store.ask({ threshold: null })}>
          {resetLabel(f.limit(reading.ownThreshold))}
        </UnstyledButton>
      )}
    </div>
  );
}
