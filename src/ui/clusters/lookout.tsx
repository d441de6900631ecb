import { NativeSelect, SegmentedControl } from "@mantine/core";
import { choose } from "../../app/commands.ts";
import {
  BESIDES,
  type Beside,
  CLUSTER_STATISTICS,
  type ClusterStatistic,
  NEIGHBOURHOODS,
  type Neighbourhood,
  REFERENCES,
} from "../../app/spatial-choices.ts";
import type { Reference } from "../../engine/reference.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./clusters-panel.module.css";

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
        <div className={classes.field}>
          <span className={classes.label}>{words.statistic.label}</span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.statistic.label}
            value={statistic}
            onChange={(value) => choose(store, { statistic: value as ClusterStatistic })}
            data={CLUSTER_STATISTICS.map((value) => ({ value, label: words.statistic.names[value] }))}
          />
          <p className={classes.note}>{words.statistic.help[statistic]}</p>
        </div>
      )}
      {!isCountry && (
        <div className={classes.field}>
          <span className={classes.label}>{words.against.label}</span>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.against.label}
            value={against}
            onChange={(value) => choose(store, { against: value as Reference })}
            data={REFERENCES.map((value) => ({ value, label: words.against.names[value] }))}
          />
          <p className={classes.note}>{words.against.help[against]}</p>
        </div>
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
