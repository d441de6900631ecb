import { SegmentedControl } from "@mantine/core";
import { MODES, type Mode } from "../../app/act-choices.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./scenario.module.css";

/** Finds sites, or works on a scenario; in the address. */
export function ModeSwitch() {
  const { scenario } = useTexts();
  const { store } = useServices();
  const act = useQuestion((q) => q.act);
  return (
    <SegmentedControl
      className={classes.mode}
      fullWidth
      size="xs"
      aria-label={scenario.mode.label}
      value={act.mode}
      onChange={(mode) => store.ask({ act: { ...act, mode: mode as Mode } }, "push")}
      data={MODES.map((value) => ({ value, label: scenario.mode.modes[value] }))}
    />
  );
}
