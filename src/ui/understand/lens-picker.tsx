import { Chip, ChipGroup } from "@mantine/core";
import { chooseLens } from "../../app/commands.ts";
import { LENSES, type Lens } from "../../app/lenses.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./lens-picker.module.css";

/** What the map and the panel look at. */
export function LensPicker() {
  const t = useTexts();
  const { store } = useServices();
  const lens = useQuestion((q) => q.lens);
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.legend}>{t.lenses.label}</legend>
      <ChipGroup multiple={false} value={lens} onChange={(value) => chooseLens(store, value as Lens)}>
        <div className={classes.chips}>
          {LENSES.map((value) => (
            <Chip key={value} value={value} size="xs" radius="sm" variant="light">
              {t.lenses.names[value]}
            </Chip>
          ))}
        </div>
      </ChipGroup>
      <p className={classes.help}>{t.lenses.help[lens]}</p>
    </fieldset>
  );
}
