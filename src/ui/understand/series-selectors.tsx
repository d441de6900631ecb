import { NativeSelect } from "@mantine/core";
import { chooseAges, chooseProfession, chooseYear } from "../../app/commands.ts";
import { AGE_LIMITS, type AgeLimit, isProfession, PROFESSIONS, SERIES } from "../../core/professions.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./series-selectors.module.css";

/** Which published series: profession, year, and ages of the practitioners counted. */
export function SeriesSelectors() {
  const t = useTexts();
  const { store } = useServices();
  const series = useQuestion((q) => q.series);
  const published = SERIES.filter((s) => s.profession === series.profession);
  const years = [...new Set(published.map((s) => s.year))];
  const ages = AGE_LIMITS.filter((limit) => published.some((s) => s.year === series.year && s.ages === limit));
  const hasAges = ages.length > 1;
  return (
    <div className={classes.selectors}>
      <NativeSelect
        className={classes.wide}
        classNames={{ input: classes.input, label: classes.label }}
        label={t.understand.selectors.profession}
        value={series.profession}
        onChange={({ currentTarget: { value } }) => isProfession(value) && chooseProfession(store, value)}
        data={PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] }))}
      />
      <NativeSelect
        classNames={{ input: classes.input, label: classes.label }}
        label={t.understand.selectors.year}
        value={String(series.year)}
        onChange={({ currentTarget: { value } }) => chooseYear(store, Number(value))}
        data={years.map(String)}
      />
      <NativeSelect
        classNames={{ input: classes.input, label: classes.label }}
        label={t.understand.selectors.ages}
        value={series.ages}
        disabled={!hasAges}
        onChange={({ currentTarget: { value } }) => chooseAges(store, value as AgeLimit)}
        data={ages.map((value) => ({ value, label: t.understand.selectors.agesNames[value] }))}
      />
      <p className={classes.help}>{hasAges ? t.understand.selectors.agesHelp : t.understand.selectors.agesOnlyAll}</p>
    </div>
  );
}
