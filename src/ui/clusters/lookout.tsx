import { NativeSelect } from "@mantine/core";
import { choose } from "../../app/commands.ts";
import {
  BESIDES,
  type Beside,
  CLUSTER_STATISTICS,
  NEIGHBOURHOODS,
  type Neighbourhood,
  REFERENCES,
} from "../../app/spatial-choices.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import classes from "../parts/panel.module.css";
import { useQuestion, useServices, useTexts } from "../services.tsx";

/** What is looked for, beside whom, and who neighbours whom. */
export function Lookout() {
  const t = useTexts();
  const { store } = useServices();
  const { statistic, beside, against, near } = useQuestion((q) => q.choices);
  const isCountry = useQuestion((q) => q.territory.kind === "country");
  const words = t.clusters;
  return (
    <div className={classes.choices}>
      {beside === "itself" && (
        <ChoiceField
          label={words.statistic.label}
          value={statistic}
          options={CLUSTER_STATISTICS}
          names={words.statistic.names}
          note={words.statistic.help[statistic]}
          onChange={(value) => choose(store, { statistic: value })}
        />
      )}
      {!isCountry && (
        <ChoiceField
          label={words.against.label}
          value={against}
          options={REFERENCES}
          names={words.against.names}
          note={words.against.help[against]}
          onChange={(value) => choose(store, { against: value })}
        />
      )}
      <NativeSelect
        size="xs"
        classNames={{ label: classes.label, description: classes.note }}
        label={words.beside.label}
        description={words.beside.help[beside]}
        inputWrapperOrder={["label", "input", "description"]}
        value={beside}
        onChange={(event) => choose(store, { beside: event.currentTarget.value as Beside })}
        data={BESIDES.map((value) => ({ value, label: words.beside.names[value] }))}
      />
      <NativeSelect
        size="xs"
        classNames={{ label: classes.label, description: classes.note }}
        label={words.near.label}
        description={near.startsWith("minutes") ? words.near.slow : undefined}
        inputWrapperOrder={["label", "input", "description"]}
        value={near}
        onChange={(event) => choose(store, { near: event.currentTarget.value as Neighbourhood })}
        data={NEIGHBOURHOODS.map((value) => ({ value, label: words.near.names[value] }))}
      />
    </div>
  );
}
