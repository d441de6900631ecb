import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Fragment } from "react";
import type { InequalityReply } from "../../app/inequality.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { downloadFile } from "../parts/download-file.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { exportInequality, writeInequalityCsv } from "./inequality-export.ts";
import classes from "./measure-table.module.css";
import { writeAmount, writeDoubt } from "./measure-words.ts";
import { listPlaces, MEASURES, type MeasuredPlace, type MeasureId, type WhyNot } from "./measures.ts";

interface MeasureTableProps {
  readonly answer: InequalityReply;
  readonly fileName: string;
}

/** Every measure of the territory and those above it; why some do not exist is said below. */
export function MeasureTable({ answer, fileName }: MeasureTableProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.inequality.table;
  const names = t.inequality.measures;
  const places = listPlaces(answer);
  const style = { f, t, valueDigits: PROFESSION_RULES[answer.question.series.profession].digits + 1 };
  const groups = [...new Set(MEASURES.map(({ group }) => group))];
  const headOf = (group: (typeof groups)[number]) =>
    group === "under" ? words.groups.under(f.limit(answer.threshold)) : words.groups[group];
  const reasons = groupReasons(places).map(([because, ids]) =>
    words.reason(t.inequality.reasons[because], f.list(ids.map((id) => names[id]))),
  );
  const save = (extension: "csv" | "json") => {
    const all = exportInequality(answer, t);
    if (extension === "csv") downloadFile(`${fileName}.csv`, writeInequalityCsv(all), "text/csv");
    else downloadFile(`${fileName}.json`, JSON.stringify(all, null, 2), "application/json");
  };
  return (
    <Section title={words.title} topic="inequality">
      <Scroller className={classes.scroller} label={words.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              {places.map(({ summary: { territory } }) => (
                <th key={`${territory.kind}:${territory.code}`} scope="col">
                  {territory.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group}>
                <tr className={classes.group}>
                  <th scope="rowgroup" colSpan={places.length + 1}>
                    {headOf(group)}
                  </th>
                </tr>
                {MEASURES.filter((measure) => measure.group === group).map((measure) => (
                  <tr key={measure.id} data-measure={measure.id}>
                    <th scope="row">
                      {names[measure.id]}
                      <InfoButton topic={measure.topic} />
                    </th>
                    {places.map((place) => {
                      const amount = measure.of(place);
                      const { territory } = place.summary;
                      const doubt = writeDoubt(amount, measure.kind, style);
                      return (
                        <td
                          key={`${territory.kind}:${territory.code}`}
                          title={"because" in amount ? t.inequality.reasons[amount.because] : undefined}
                        >
                          {writeAmount(amount, measure.kind, style)}
                          {doubt && <span className={classes.doubt}>{doubt}</span>}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className={classes.note}>{words.note(f.people(answer.summary.people))}</p>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className={classes.files}>
        <span>
          <IconDownload size={14} aria-hidden /> {words.download}
        </span>
        <Button variant="default" size="compact-xs" onClick={() => save("csv")}>
          {words.csv}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => save("json")}>
          {words.json}
        </Button>
      </div>
    </Section>
  );
}

/** Measures that do not exist for some place, by the reason. */
function groupReasons(places: readonly MeasuredPlace[]): readonly [WhyNot, readonly MeasureId[]][] {
  const groups = new Map<WhyNot, MeasureId[]>();
  for (const { id, of } of MEASURES) {
    const because = places.map(of).flatMap((amount) => ("because" in amount ? [amount.because] : []));
    for (const reason of new Set(because)) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  }
  return [...groups];
}
