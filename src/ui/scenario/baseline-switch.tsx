import { SegmentedControl } from "@mantine/core";
import { BASES, type Basis } from "../../app/question.ts";
import { Section } from "../parts/section.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./scenario.module.css";

/** What the changes are added to; in the address. Figures of the two are never mixed: each says which it is. */
export function BaselineSwitch() {
  const { scenario } = useTexts();
  const { store } = useServices();
  const basis = useQuestion((q) => q.basis);
  const words = scenario.baseline;
  return (
    <Section title={words.label} topic="recomputed">
      <div className={classes.changes}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.label}
          value={basis}
          onChange={(value) => store.ask({ basis: value as Basis })}
          data={BASES.map((value) => ({ value, label: words.choices[value] }))}
        />
        <p className={classes.help}>{words.note[basis]}</p>
      </div>
    </Section>
  );
}
