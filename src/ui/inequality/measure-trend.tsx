import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { InequalityReply } from "../../app/inequality.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { useFormats, useTexts } from "../services.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import classes from "./inequality-panel.module.css";
import { writeNumber } from "./measure-words.ts";
import { type MeasureId, TREND_MEASURES } from "./measures.ts";

interface MeasureTrendProps {
  readonly answer: InequalityReply;
  readonly source: string;
  readonly fileName: string;
}

/** Any measure of a territory in every published year. */
export function MeasureTrend({ answer, source, fileName }: MeasureTrendProps) {
  const t = useTexts();
  const f = useFormats();
  const [id, setId] = useState<MeasureId>("gini");
  const { trend, summary, question } = answer;
  const measure = TREND_MEASURES.find((one) => one.id === id);
  if (trend.length < 2 || !measure?.ofSummary) return null;
  const words = t.inequality.trend;
  const names = t.inequality.measures;
  const { ofSummary, kind } = measure;
  const style = { f, t, valueDigits: PROFESSION_RULES[question.series.profession].digits + 1 };
  const format = (value: number) => writeNumber(value, kind, style);
  const points = trend.map((then) => {
    const amount = ofSummary(then);
    return { year: then.year, value: "because" in amount ? Number.NaN : amount.value, amount };
  });
  const known = points.filter(({ value }) => !Number.isNaN(value));
  const { name } = summary.territory;
  return (
    <ChartFrame
      title={words.title}
      topic="measureTrend"
      caption={{ subtitle: words.label(names[id], name), source }}
      fileName={`${fileName}-${id}`}
      height={128}
      controls={
        <NativeSelect
          size="xs"
          aria-label={words.measure}
          value={id}
          onChange={({ currentTarget: { value } }) => setId(value as MeasureId)}
          data={TREND_MEASURES.map((one) => ({ value: one.id, label: names[one.id] }))}
        />
      }
      chart={(width) =>
        known.length === 0 ? (
          <p className={classes.note}>{words.none}</p>
        ) : (
          <TrendChart
            years={points.map(({ year }) => year)}
            series={[
              { key: "own", name, values: points.map(({ value }) => value), colour: "#0b5d56", emphasised: true },
            ]}
            width={width}
            height={128}
            label={words.label(names[id], name)}
            summary={f.list(known.map(({ year, value }) => words.point(year, format(value))))}
            format={format}
          />
        )
      }
      table={{
        caption: words.label(names[id], name),
        headers: [words.year, words.value],
        rows: points.map(({ year, value, amount }) => [
          String(year),
          "because" in amount ? t.inequality.reasons[amount.because] : format(value),
        ]),
      }}
    >
      <p className={classes.note}>{words.caveat}</p>
    </ChartFrame>
  );
}
