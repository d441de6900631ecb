import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { writeDoubt } from "../inequality/measure-words.ts";
import { downloadFile } from "../parts/download-file.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import {
  type ComparedRow,
  type ComparedSide,
  writeCompared,
  writeComparedCsv,
  writeDifference,
} from "./compare-rows.ts";
import classes from "./compare-table.module.css";

interface CompareTableProps {
  readonly rows: readonly ComparedRow[];
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly fileName: string;
}

/** Every figure of two territories, and the first less the second. */
export function CompareTable({ rows, a, b, fileName }: CompareTableProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.compare.table;
  const nameOf = ({ reading }: ComparedSide) => reading.answer.summary.territory.name;
  const style = { f, t, valueDigits: PROFESSION_RULES[a.reading.series.profession].digits + 1 };
  const cell = (amount: ComparedRow["a"], kind: ComparedRow["kind"], isMeasured: boolean) => {
    if (!isMeasured && "because" in amount) return <td>{t.common.loading}</td>;
    const doubt = kind === "people" ? "" : writeDoubt(amount, kind, style);
    return (
      <td title={"because" in amount ? t.inequality.reasons[amount.because] : undefined}>
        {writeCompared(amount, kind, style)}
        {doubt && <span className={classes.doubt}>{doubt}</span>}
      </td>
    );
  };
  const isWhole = a.answer !== undefined && b.answer !== undefined;
  return (
    <Section title={words.title} topic="compared">
      <Scroller className={classes.scroller} label={words.caption(nameOf(a), nameOf(b))}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{`${words.a} · ${nameOf(a)}`}</th>
              <th scope="col">{`${words.b} · ${nameOf(b)}`}</th>
              <th scope="col">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-measure={row.key}>
                <th scope="row">
                  {row.name} <InfoButton topic={row.topic} />
                </th>
                {cell(row.a, row.kind, a.answer !== undefined)}
                {cell(row.b, row.kind, b.answer !== undefined)}
                <td>{isWhole ? writeDifference(row.difference, row.kind, style) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className={classes.note}>{words.note}</p>
      <Button
        mt="xs"
        size="compact-xs"
        variant="default"
        disabled={!isWhole}
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => downloadFile(`${fileName}.csv`, writeComparedCsv(rows, a, b), "text/csv")}
      >
        {words.download}
      </Button>
    </Section>
  );
}
