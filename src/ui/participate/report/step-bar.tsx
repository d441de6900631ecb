import { UnstyledButton } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useTexts } from "../../services.tsx";
import classes from "./forms.module.css";

interface StepBarProps {
  readonly step: number;
  /** Absent on the first. */
  readonly onBack: (() => void) | undefined;
}

export function StepBar({ step, onBack }: StepBarProps) {
  const { report: words } = useTexts();
  return (
    <div className={classes.bar}>
      {onBack && (
        <UnstyledButton className={classes.back} aria-label={words.back} onClick={onBack}>
          <IconChevronLeft size={20} aria-hidden />
        </UnstyledButton>
      )}
      <span>{words.title}</span>
      <span>
        <span aria-hidden>{words.step(step)}</span>
        <span className="visually-hidden">{words.stepLong(step)}</span>
      </span>
    </div>
  );
}
