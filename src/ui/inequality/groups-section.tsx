import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { GroupingName, InequalityReply } from "../../app/inequality.ts";
import { GroupBars } from "../../charts/group-bars.tsx";
import { isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { useFormats, useTexts } from "../services.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { listGroupRows } from "./group-rows.ts";
import classes from "./inequality-panel.module.css";

interface GroupsSectionProps {
  readonly answer: InequalityReply;
  readonly source: string;
  readonly fileName: string;
}

/** Which groups of people live with less access. */
export function GroupsSection({ answer, source, fileName }: GroupsSectionProps) {
  const t = useTexts();
  const f = useFormats();
  const [wanted, setWanted] = useState<GroupingName>("income-fifth");
  const { groupings, summary, threshold, question } = answer;
  const grouping = groupings.find(({ by }) => by === wanted) ?? groupings[0];
  if (!grouping) return null;
  const words = t.inequality.groups;
  const { digits } = PROFESSION_RULES[question.series.profession];
  const { name } = summary.territory;
  const rows = listGroupRows(grouping, f, t);
  const label = words.label(words.names[grouping.by], name);
  const mean = (value: number) => f.decimal(value, digits + 1);
  const { shortfall } = summary.measures;
  const covered = grouping.people / grouping.everyone;
  return (
    <ChartFrame
      title={words.title}
      topic="groups"
      caption={{ subtitle: `${label} · ${t.units.full[question.series.profession]}`, source }}
      fileName={`${fileName}-${grouping.by}`}
      height={36 + rows.length * 38}
      controls={
        <SegmentedControl
          fullWidth
          size="xs"
          className={classes.tabs}
          aria-label={words.by}
          value={grouping.by}
          onChange={(value) => setWanted(value as GroupingName)}
          data={groupings.map(({ by }) => ({ value: by, label: words.short[by] }))}
        />
      }
      chart={(width) => (
        <GroupBars
          groups={rows}
          everyone={{
            name,
            mean: isDefined(summary.mean) ? summary.mean : Number.NaN,
            under: isDefined(shortfall) ? shortfall.headcount : Number.NaN,
          }}
          width={width}
          label={label}
          texts={{ mean: words.mean, under: words.under(f.limit(threshold)), missing: t.common.noData }}
          formatMean={mean}
          formatShare={f.percent}
        />
      )}
      table={{
        caption: label,
        headers: [words.group, words.populationTitle, words.mean, words.under(f.limit(threshold))],
        rows: rows.map((row, i) => [
          row.name,
          f.people(grouping.groups[i].people),
          Number.isNaN(row.mean) ? t.common.noData : mean(row.mean),
          Number.isNaN(row.under) ? t.common.noData : f.percent(row.under),
        ]),
      }}
    >
      <p className={classes.note}>
        {words.notes[grouping.by]}
        {covered < 0.9995 && ` ${words.covered(f.percent(covered))}`}
      </p>
    </ChartFrame>
  );
}
