import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { NamedComparison } from "../../app/scenario-effects.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { downloadFile } from "../parts/download-file.ts";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { writeComparisonCsv } from "./comparison-csv.ts";
import { listFigures, listTenths, type NamedFigure } from "./list-figures.ts";
import classes from "./scenario.module.css";

interface ComparedProps {
  readonly compared: NamedComparison;
  readonly openId: string | null;
  readonly isUpdating: boolean;
}

/** Every figure of scenarios side by side, tenths apart, and the file of them. */
export function ComparedTable({ compared, openId, isUpdating }: ComparedProps) {
  const t = useTexts();
  const f = useFormats();
  const { scenarios, peopleBestServed, ids } = compared;
  const [{ question, threshold }] = scenarios;
  const { profession } = question.scenario.series;
  const words = t.scenario.compare;
  const figures = listFigures(profession, threshold, f, t);
  const tenths = listTenths(profession, f, t);
  const moved = (key: string, name: string, people: readonly number[]): ComparedRow => ({
    key,
    name,
    cells: [{ id: "today", text: "" }, ...ids.map((id, k) => ({ id, text: f.people(people[k]) }))],
  });
  const head = <Head compared={compared} openId={openId} />;
  return (
    <div className={isUpdating ? classes.stale : undefined} data-comparing={isUpdating}>
      <p className={classes.help}>{t.scenario.baseline.note[question.baseline]}</p>
      <ScrollTable caption={`${words.caption} · ${t.scenario.baseline.short[question.baseline]}`}>
        {head}
        <Rows
          rows={[
            ...[...figures, ...tenths.slice(0, 1)].map((figure) => rowOf(figure, compared)),
            moved(
              "gains",
              words.gains,
              scenarios.map(({ gains }) => gains.people),
            ),
            moved(
              "losses",
              words.losses,
              scenarios.map(({ losses }) => losses.people),
            ),
            moved("best", words.best, peopleBestServed),
          ]}
        />
      </ScrollTable>
      <Disclosure title={words.tenths}>
        <p className={classes.help}>{words.tenthsHelp}</p>
        <ScrollTable caption={words.tenthsCaption}>
          {head}
          <Rows rows={tenths.slice(1).map((figure) => rowOf(figure, compared))} />
        </ScrollTable>
      </Disclosure>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => downloadFile(...writeComparisonCsv(compared, [...figures, ...tenths]), "text/csv")}
      >
        {words.download}
      </Button>
    </div>
  );
}

/** Titles of the scenarios, each with the way to see it on the map. */
function Head({ compared: { scenarios, ids }, openId }: Omit<ComparedProps, "isUpdating">) {
  const t = useTexts();
  const { scenarios: board } = useServices();
  const words = t.scenario.compare;
  return (
    <thead>
      <tr>
        <th scope="col">{words.figure}</th>
        <th scope="col">{words.today}</th>
        {ids.map((id, k) => {
          const { title } = scenarios[k].question.scenario;
          return (
            <th key={id} scope="col">
              <span className={classes.columnTitle}>{title}</span>
              <Button
                size="compact-xs"
                variant={id === openId ? "light" : "subtle"}
                aria-label={words.showOne(title)}
                aria-pressed={id === openId}
                onClick={() => board.open(id)}
              >
                {id === openId ? words.shown : words.show}
              </Button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly id: string; readonly text: string; readonly change?: string }[];
}

function rowOf({ key, name, pick, write, writeChange }: NamedFigure, { scenarios, ids }: NamedComparison): ComparedRow {
  const before = pick(scenarios[0].figures.before);
  return {
    key,
    name,
    cells: [
      { id: "today", text: write(before) },
      ...ids.map((id, k) => {
        const after = pick(scenarios[k].figures.after);
        return { id, text: write(after), change: Number.isNaN(after - before) ? "" : writeChange(after - before) };
      }),
    ],
  };
}

function Rows({ rows }: { readonly rows: readonly ComparedRow[] }) {
  return (
    <tbody>
      {rows.map(({ key, name, cells }) => (
        <tr key={key} data-figure-row={key}>
          <th scope="row">{name}</th>
          {cells.map(({ id, text, change }) => (
            <td key={id}>
              {text}
              {change && <span className={classes.delta}>{change}</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
