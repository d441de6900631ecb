import { Button } from "@mantine/core";
import type { Ref } from "react";
import type { OwnReport } from "../../../app/contributions/board.ts";
import { useTexts } from "../../services.tsx";
import entries from "./entries.module.css";
import classes from "./forms.module.css";
import { hostOf } from "./report-words.ts";
import { useBoard } from "./use-board.ts";

interface ReportDoneProps {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly report: OwnReport;
  onRestart(): void;
}

/** What became of the report just made, as it goes on, and how to take it back. */
export function ReportDone({ ref, report, onRestart }: ReportDoneProps) {
  const { report: words } = useTexts();
  const { reports, reportRelay } = useBoard();
  const now = reports.find(({ id }) => id === report.id) ?? report;
  const relay = now.relay ?? reportRelay;
  const state = now.state === "received" || now.state === "refused" ? now.state : "waiting";
  const said = () => (relay === null ? words.done.kept : words.done[state](hostOf(relay)));
  return (
    <div className={classes.stack}>
      <h1 ref={ref} className={classes.title} tabIndex={-1}>
        {words.done.title[state]}
      </h1>
      <div role="status" className={classes.stack}>
        <p className={entries.body}>{said()}</p>
        <p className={classes.help}>{words.done.withdraw}</p>
      </div>
      <Button size="md" variant="outline" onClick={onRestart}>
        {words.done.another}
      </Button>
    </div>
  );
}
