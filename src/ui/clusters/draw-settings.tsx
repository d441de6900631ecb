import { Button, NumberInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { choose } from "../../app/commands.ts";
import { PERMUTATION_COUNTS, toSeed } from "../../app/spatial-choices.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./clusters-panel.module.css";

/** How chance is drawn: how often, and from which seed, so that anybody draws the same. */
export function DrawSettings() {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { deals, seed, against } = useQuestion((q) => q.choices);
  const isCountry = useQuestion((q) => q.territory.kind === "country");
  const [typed, setTyped] = useState<number | string>(seed);
  useEffect(() => setTyped(seed), [seed]);
  const words = t.clusters.draw;
  const commit = () => {
    const next = toSeed(Number(typed));
    setTyped(next);
    if (next !== seed) choose(store, { seed: next });
  };
  return (
    <Section title={words.title} topic="clusters">
      <div className={panel.choices}>
        <ChoiceField
          label={words.deals}
          value={String(deals)}
          options={PERMUTATION_COUNTS.map(String)}
          names={Object.fromEntries(PERMUTATION_COUNTS.map((count) => [count, f.integer(count)]))}
          onChange={(value) => choose(store, { deals: Number(value) })}
        />
        <div className={classes.seed}>
          <NumberInput
            size="xs"
            classNames={{ label: panel.label }}
            label={words.seed}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={typed}
            onChange={setTyped}
            onBlur={commit}
            onKeyDown={(event) => event.key === "Enter" && commit()}
          />
          <Button size="xs" variant="default" onClick={() => choose(store, { seed: toSeed(seed + 1) })}>
            {words.other}
          </Button>
        </div>
        <p className={panel.note}>{words.help(f.integer(deals), String(seed))}</p>
        {deals < PERMUTATION_COUNTS[2] && (isCountry || against === "country") && (
          <p className={panel.note}>{words.few}</p>
        )}
      </div>
    </Section>
  );
}
