import { useElementSize } from "@mantine/hooks";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { countryOf, type Reading } from "./reading.ts";
import classes from "./trend-section.module.css";

/** The published years of the territory, all ages. */
export function TrendSection({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const { trend, countryTrend, summary } = reading.answer;
  const { digits } = PROFESSION_RULES[reading.series.profession];
  const known = trend.filter((point) => Number.isFinite(point.mean));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const name = summary.territory.name;
  const words = t.understand.trend;
  const country = {
    key: "country",
    name: countryOf(reading.answer).territory.name,
    values: Array.from(countryTrend),
    colour: "#8b9690",
    emphasised: false,
  };
  const format = (value: number) => f.decimal(value, digits);
  return (
    <Section title={first.year === 2015 ? words.title : words.titleShort} topic="trend">
      <p className={classes.change}>{words.change(first.year, last.year, f.signed(last.mean - first.mean, digits))}</p>
      <div ref={ref} className={classes.chart}>
        {width > 0 && (
          <TrendChart
            years={trend.map((point) => point.year)}
            series={[
              { key: "own", name, values: trend.map((point) => point.mean), colour: "#0b5d56", emphasised: true },
              ...(countryTrend.length > 0 ? [country] : []),
            ]}
            width={width}
            height={112}
            label={words.label(name)}
            summary={f.list(known.map((point) => words.point(point.year, format(point.mean))))}
            format={format}
          />
        )}
      </div>
      <p className={classes.caveat}>{words.caveat}</p>
    </Section>
  );
}
