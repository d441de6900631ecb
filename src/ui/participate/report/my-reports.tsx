import { Button } from "@mantine/core";
import { useState } from "react";
import { saveFile } from "../../parts/download-file.ts";
import { Section } from "../../parts/section.tsx";
import { useLocale, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import entries from "./entries.module.css";
import { Fault } from "./fields.tsx";
import classes from "./forms.module.css";
import { MyReport } from "./my-report.tsx";
import { PrintedReports } from "./printed-reports.tsx";
import { explainRefusal, writeTime } from "./report-words.ts";
import { useBoard } from "./use-board.ts";

/** What this browser said and what became of it. */
export function MyReports() {
  const t = useTexts();
  const toast = useToast();
  const { contributions } = useServices();
  const locale = useLocale();
  const { reports, reportRelay, reportProblem } = useBoard();
  const [problem, setProblem] = useState<string>();
  const [isPrinting, setPrinting] = useState(false);
  const words = t.report.mine;
  const isWaiting = reportRelay !== null && reports.some(({ state }) => state === "waiting");
  const sent = reports.filter(({ relay }) => relay !== null);
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(explainRefusal(error, t));
    }
  };
  return (
    <Section title={words.title(reports.length)}>
      {reports.length === 0 && <p className={classes.help}>{words.none}</p>}
      {reports.length > 0 && (
        <>
          <ul className={entries.list}>
            {reports.map((report) => (
              <MyReport key={report.id} report={report} />
            ))}
          </ul>
          {isWaiting && reportProblem !== null && (
            <p role="status" className={classes.help}>
              {explainRefusal(reportProblem.code, t)}{" "}
              {reportProblem.notBefore === null
                ? words.again
                : words.notBefore(writeTime(reportProblem.notBefore, locale))}
            </p>
          )}
          <Fault text={problem} />
          <div className={classes.actions}>
            {(sent.length > 0 || reportRelay !== null) && (
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  attempt(async () => {
                    await contributions.refreshReports();
                    toast({ title: words.refreshed });
                  })
                }
              >
                {words.refresh}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                attempt(async () => saveFile("oasis-signalements.json", await contributions.exportReports()))
              }
            >
              {words.export}
            </Button>
            <Button size="xs" variant="default" onClick={() => setPrinting(true)}>
              {words.printAll}
            </Button>
          </div>
        </>
      )}
      {isPrinting && <PrintedReports reports={reports} onDone={() => setPrinting(false)} />}
    </Section>
  );
}
