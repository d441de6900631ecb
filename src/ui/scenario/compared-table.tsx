import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { NamedComparison } from "../../app/scenario-effects.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { downloadFile } from "../parts/download-file.ts";
import { Scroller } from "../parts/scroller.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./compared-table.module.css";
import { writeComparisonCsv } from "./comparison-csv.ts";
import { listFigures, listTenths, type NamedFigure } from "./list-figures.ts";
import stale from "./scenario.module.css";

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
  const rows = [
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
  ];
  return (
    <div className={isUpdating ? stale.stale : undefined} data-comparing={isUpdating}>
      <Titles compared={compared} openId={openId} />
      <Figures
        caption={`${words.caption} · ${t.scenario.baseline.short[question.baseline]}`}
        compared={compared}
        rows={rows}
      />
      <p className={classes.help}>{t.scenario.baseline.note[question.baseline]}</p>
      <Disclosure title={words.tenths}>
        <p className={classes.help}>{words.tenthsHelp}</p>
        <Figures
          caption={words.tenthsCaption}
          compared={compared}
          rows={tenths.slice(1).map((figure) => rowOf(figure, compared))}
        />
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

/** What stands for a scenario where there is little room. */
function letterOf(k: number): string {
  return String.fromCharCode(65 + k);
}

/** The scenarios by letter, each with the way to see it on the map. */
function Titles({ compared: { scenarios, ids }, openId }: Omit<ComparedProps, "isUpdating">) {
  const t = useTexts();
  const { scenarios: board } = useServices();
  const words = t.scenario.compare;
  return (
    <ol className={classes.titles}>
      {ids.map((id, k) => {
        const { title } = scenarios[k].question.scenario;
        return (
          <li key={id}>
            <span className={classes.letter}>{letterOf(k)}</span>
            <span className={classes.title}>{title}</span>
            <Button
              size="compact-xs"
              variant={id === openId ? "light" : "default"}
              aria-label={words.showOne(title)}
              aria-pressed={id === openId}
              onClick={() => board.open(id)}
            >
              {id === openId ? words.shown : words.show}
            </Button>
          </li>
        );
      })}
    </ol>
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

interface FiguresProps {
  readonly caption: string;
  readonly compared: NamedComparison;
  readonly rows: readonly ComparedRow[];
}

/** A figure's name above its values, so that five columns find room in the panel. */
function Figures({ caption, compared: { scenarios, ids }, rows }: FiguresProps) {
  const t = useTexts();
  return (
    <Scroller className={classes.scroller} label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.scenario.compare.today}</th>
            {ids.map((id, k) => (
              <th key={id} scope="col">
                <span aria-hidden>{letterOf(k)}</span>
                <span className="visually-hidden">{scenarios[k].question.scenario.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ key, name, cells }) => (
          <tbody key={key} data-figure-row={key}>
            <tr>
              <th scope="rowgroup" colSpan={cells.length}>
                {name}
              </th>
            </tr>
            <tr>
              {cells.map(({ id, text, change }) => (
                <td key={id}>
                  {text}
                  {change && <span className={classes.delta}>{change}</span>}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </Scroller>
  );
}
