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
  const isReceived = now.state === "received";
  const said = () => {
    if (relay === null) return words.done.kept;
    return isReceived ? words.done.received(hostOf(relay)) : words.done.waiting(hostOf(relay));
  };
  return (
    <div className={classes.stack}>
      <h1 ref={ref} className={classes.title} tabIndex={-1}>
        {words.done.title[isReceived ? "received" : "waiting"]}
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
