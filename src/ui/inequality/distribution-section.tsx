import { moveThreshold } from "../../app/commands.ts";
import { binPeople } from "../../charts/bin.ts";
import { Histogram } from "../../charts/histogram.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { ChartFrame } from "./chart-frame.tsx";
import classes from "./inequality-panel.module.css";

interface DistributionSectionProps {
  /** In the title, where there are several. */
  readonly name?: string;
  readonly reading: Reading;
  /** Of the rows of the reading: its own, or recomputed. */
  readonly values: Float64Array;
  readonly source: string;
  readonly fileName: string;
}

/** People by level of access; its handle is the threshold of the whole room. */
export function DistributionSection({ name: titled, reading, values, source, fileName }: DistributionSectionProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { answer, series, breaks } = reading;
  const rule = PROFESSION_RULES[series.profession];
  const { name } = answer.summary.territory;
  const words = t.inequality.distribution;
  const legend = t.understand.legend;
  const { lower, people } = binPeople(values, answer.people, answer.counted, breaks, rule.domainMax);
  const to = (bin: number) => (bin + 1 < lower.length ? f.limit(lower[bin + 1]) : "");
  return (
    <ChartFrame
      title={titled ? words.titleOf(titled) : words.title}
      topic="map"
      caption={{ subtitle: `${legend.histogram(name)} · ${t.units.full[series.profession]}`, source }}
      fileName={fileName}
      height={132}
      chart={(width) => (
        <Histogram
          values={values}
          people={answer.people}
          counted={answer.counted}
          breaks={breaks}
          palette={reading.palette}
          threshold={reading.threshold}
          defaultThreshold={reading.ownThreshold}
          step={rule.step}
          domainMax={rule.domainMax}
          width={width}
          height={132}
          texts={{
            label: legend.histogram(name),
            threshold: legend.thresholdMark,
            bar: (from, until, shown) =>
              legend.bar(until === null ? legend.over(from) : legend.between(from, until), shown),
            overflow: legend.overflow,
          }}
          format={f.limit}
          formatPeople={f.people}
          onThreshold={(value) => moveThreshold(store, value)}
        />
      )}
      table={{
        caption: legend.histogram(name),
        headers: [words.from, words.to, words.people],
        rows: Array.from(lower, (from, bin) => [f.limit(from), to(bin), f.people(people[bin])]),
      }}
    >
      <p className={classes.note}>{words.help}</p>
    </ChartFrame>
  );
}
