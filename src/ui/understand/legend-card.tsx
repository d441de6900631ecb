import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { chooseFilter, moveThreshold } from "../../app/commands.ts";
import { FILTERS, type Filter, SCALES, type Scale } from "../../app/question.ts";
import { Histogram, type HistogramTexts } from "../../charts/histogram.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { type MethodTopic, useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./legend-card.module.css";
import { LegendEntries } from "./legend-entries.tsx";
import type { Reading } from "./reading.ts";

interface LegendCardProps {
  readonly reading: Reading;
  /** In the panel of a phone instead of over the map. */
  readonly isInline?: boolean;
  /** What is shown, where it is not the official value. */
  readonly title?: string;
  readonly topic?: MethodTopic;
}

/** How people spread along the scale; the handle moves the threshold, the filter lights one side of it. */
export function LegendCard({ reading, isInline = false, title, topic = "map" }: LegendCardProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { ref, width } = useElementSize();
  const scale = useQuestion((q) => q.scale);
  const filter = useQuestion((q) => q.filter);
  const [isOpen, setIsOpen] = useState(true);
  const { answer, series, threshold, breaks, palette, lit } = reading;
  const rule = PROFESSION_RULES[series.profession];
  const name = answer.summary.territory.name;
  const words = t.understand.legend;
  const texts = useMemo<HistogramTexts>(
    () => ({
      label: words.histogram(name),
      threshold: words.thresholdMark,
      bar: (from, to, people) => words.bar(to === null ? words.over(from) : words.between(from, to), people),
      overflow: words.overflow,
    }),
    [words, name],
  );
  return (
    <section className={classes.card} data-inline={isInline || undefined} aria-label={words.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title ?? t.units.card[series.profession]}</h2>
        <InfoButton topic={topic} />
        {!isInline && (
          <UnstyledButton
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse : words.expand}
            onClick={() => setIsOpen((now) => !now)}
          >
            {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
          </UnstyledButton>
        )}
      </div>
      <div ref={ref} className={classes.chart} hidden={!isOpen}>
        {width > 0 && (
          <Histogram
            values={answer.values}
            people={answer.people}
            counted={answer.counted}
            breaks={breaks}
            palette={palette}
            threshold={threshold}
            defaultThreshold={reading.ownThreshold}
            step={rule.step}
            domainMax={rule.domainMax}
            width={width}
            height={108}
            texts={texts}
            format={f.limit}
            formatPeople={f.people}
            onThreshold={(value) => moveThreshold(store, value)}
          />
        )}
      </div>
      {isOpen && (
        <>
          <div className={classes.controls}>
            <SegmentedControl
              size="xs"
              aria-label={words.filter}
              value={filter}
              onChange={(value) => chooseFilter(store, value as Filter)}
              data={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
            />
            <SegmentedControl
              size="xs"
              classNames={{ label: classes.wrapped }}
              aria-label={words.scale}
              value={scale}
              onChange={(value) => store.ask({ scale: value as Scale })}
              data={SCALES.map((value) => ({ value, label: words.scales[value] }))}
            />
          </div>
          {scale !== "fixed" && <p className={classes.note}>{words.scalesHelp[scale]}</p>}
        </>
      )}
      <LegendEntries reading={reading} />
      <p className={classes.lit} aria-live="polite">
        {lit.areas === 0 ? (
          <>
            {`${words.empty} `}
            <UnstyledButton className={classes.reset} onClick={() => chooseFilter(store, "all")}>
              {words.reset}
            </UnstyledButton>
          </>
        ) : (
          words.lit(
            t.common.communes(lit.areas, f.integer(lit.areas)),
            t.common.inhabitants(lit.people, f.people(lit.people)),
          )
        )}
      </p>
    </section>
  );
}
