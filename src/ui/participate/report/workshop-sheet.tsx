import { Button } from "@mantine/core";
import { useState } from "react";
import { REPORT_COLUMNS, type ReportSheet, readReportSheet } from "../../../core/participation/reports-csv.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { downloadFile } from "../../parts/download-file.ts";
import { PickFile } from "../../parts/pick-file.tsx";
import { useFormats, useLocale, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { Fault } from "./fields.tsx";
import classes from "./forms.module.css";
import { describeReport } from "./report-words.ts";
import { workshopRule } from "./workshop-rule.ts";

const SHOWN = 20;

/** The sheets people filled in by hand, copied into a table: checked cell by cell, then a file for whoever reviews. */
export function WorkshopSheet() {
  const t = useTexts();
  const { places } = usePlaces();
  const [sheet, setSheet] = useState<ReportSheet | null>(null);
  const [problem, setProblem] = useState<string>();
  const words = t.report.workshop;
  const read = async (file: File) => {
    if (!places) return;
    setSheet(null);
    setProblem(undefined);
    const month = new Date().toISOString().slice(0, 7);
    try {
      setSheet(readReportSheet(await file.text(), workshopRule(file.name, month, places, t)));
    } catch {
      setProblem(words.wrong(file.name));
    }
  };
  const saveTemplate = () => {
    const header = REPORT_COLUMNS.map((column) => words.columns[column]).join(";");
    downloadFile("oasis-atelier.csv", `\ufeff${header}\r\n`, "text/csv");
  };
  return (
    <Disclosure title={words.title}>
      <div className={classes.stack}>
        <p>{words.help}</p>
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={saveTemplate}>
            {words.template}
          </Button>
          <PickFile label={words.choose} accept=".csv,text/csv" isDisabled={!places} onFile={read} />
        </div>
        <Fault text={problem} />
        <div role="status">{sheet && <ReadSheet sheet={sheet} />}</div>
      </div>
    </Disclosure>
  );
}

function ReadSheet({ sheet: { reports, faults, ignored } }: { readonly sheet: ReportSheet }) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const { places } = usePlaces();
  const { workshop: words, screen } = t.report;
  const widened = reports.filter(({ isWidened }) => isWidened).length;
  const drafts = reports.map(({ scope, body }) => ({ ...body, scope }));
  const save = () => {
    const file = { format: "oasis-reports1", reports: drafts };
    downloadFile("oasis-atelier.json", `${JSON.stringify(file, null, 1)}\n`, "application/json");
  };
  return (
    <div className={classes.stack}>
      <p>
        <strong>{words.ready(reports.length)}</strong>
        {widened > 0 && ` · ${words.widened(widened)}`}
      </p>
      {ignored.length > 0 && <p className={classes.help}>{words.ignored(f.list(ignored))}</p>}
      {faults.length > 0 && (
        <div className={classes.warning}>
          <strong>{words.faults(faults.length)}</strong>
          <ul>
            {faults.map(({ line, column, problem, personal }) => (
              <li key={`${line} ${column}`}>
                {words.fault(
                  line,
                  words.columns[column],
                  problem === "personal-data"
                    ? words.personal(f.list(personal.map((kind) => screen.kinds[kind])))
                    : words.problems[problem],
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {reports.length > 0 && (
        <>
          <p className={classes.label}>{words.preview}</p>
          <ol className={classes.plain}>
            {reports.slice(0, SHOWN).map(({ line }, k) => (
              <li key={line}>
                {describeReport(drafts[k], places, locale, t)
                  .map(([, value]) => value)
                  .join(" · ")}
              </li>
            ))}
          </ol>
          {reports.length > SHOWN && <p className={classes.help}>{`… ${f.integer(reports.length - SHOWN)}`}</p>}
          <div className={classes.actions}>
            <Button size="xs" onClick={save}>
              {words.export}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
