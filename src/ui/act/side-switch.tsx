import { SegmentedControl } from "@mantine/core";
import { SIDES, type Side } from "../../app/act-choices.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./act-room.module.css";

/** Access before the plan, after it, or both side by side. */
export function SideSwitch() {
  const t = useTexts();
  const { store } = useServices();
  const act = useQuestion((q) => q.act);
  return (
    <SegmentedControl
      className={classes.side}
      size="xs"
      aria-label={t.act.map.side}
      value={act.side}
      onChange={(value) => store.ask({ act: { ...act, side: value as Side } })}
      data={SIDES.map((value) => ({ value, label: t.act.map.sides[value] }))}
    />
  );
}
