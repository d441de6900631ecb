import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";

interface ConfirmBoxProps {
  /** Exactly what is about to happen. */
  readonly text: string;
  readonly action: string;
  readonly isBusy: boolean;
  onYes(): void;
  onNo(): void;
}

/** Something that cannot be undone is said in full, and done by a second gesture. */
export function ConfirmBox({ text, action, isBusy, onYes, onNo }: ConfirmBoxProps) {
  const { records: words } = useTexts();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      className={classes.form}
      aria-label={action}
      tabIndex={-1}
      onKeyDown={({ key }) => key === "Escape" && onNo()}
    >
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button size="xs" color="red" loading={isBusy} onClick={onYes}>
          {action}
        </Button>
        <Button size="xs" variant="default" onClick={onNo}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
