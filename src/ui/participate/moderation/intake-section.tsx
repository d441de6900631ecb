import { Button, Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ReceivedReport, SpaceView } from "../../../app/contributions/board.ts";
import { DAYS_BROUGHT } from "../../../app/contributions/brought-reports.ts";
import { FailureError } from "../../../core/failure.ts";
import { PickFile } from "../../parts/pick-file.tsx";
import { Section } from "../../parts/section.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import { today } from "../committee/standing.ts";
import { useAct } from "../proposals/use-act.ts";
import entries from "../report/entries.module.css";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { CountsSection } from "./counts-section.tsx";
import { IntakeItem } from "./intake-item.tsx";
import { readReportFile } from "./read-report-file.ts";

/** Reports people sent, of a relay or of files: read, decided with a reason, counted. Nothing of them is kept here, but those of files when one asks so. */
export function IntakeSection({ view }: { readonly view: SpaceView }) {
  const { moderation } = useTexts();
  const { contributions } = useServices();
  const toast = useToast();
  const act = useAct();
  const [sent, setSent] = useState<readonly ReceivedReport[]>([]);
  const [brought, setBrought] = useState<readonly ReceivedReport[]>([]);
  const [isKeeping, setIsKeeping] = useState(false);
  const [problem, setProblem] = useState<string>();
  const words = moderation.intake;
  const { space } = view;
  useEffect(() => {
    let isGone = false;
    const show = (kept: readonly ReceivedReport[]) => {
      if (isGone || kept.length === 0) return;
      setBrought((now) => [...kept, ...now.filter(({ id }) => kept.every((one) => one.id !== id))]);
      setIsKeeping(true);
    };
    // Where nothing can be kept the room says so already.
    void contributions.listBrought(space).then(show, () => undefined);
    return () => {
      isGone = true;
    };
  }, [contributions, space]);
  const change = (reports: readonly ReceivedReport[], keeps: boolean) => {
    setBrought(reports);
    setIsKeeping(keeps);
    void act.run(async () => {
      if (keeps) await contributions.keepBrought(space, reports);
      else if (isKeeping) await contributions.forgetBrought(space);
    });
  };
  const read = () => act.run(async () => setSent(await contributions.readIntake(view.space)));
  const take = async (file: File) => {
    setProblem(undefined);
    try {
      const found = readReportFile(await file.text(), file.name, today());
      const known = new Set(brought.map(({ id }) => id));
      const news = found.filter(({ id }) => !known.has(id));
      change([...brought, ...news], isKeeping);
      toast({ title: words.added(news.length) });
    } catch (error) {
      const { line, field } = error instanceof FailureError ? error.failure.params : {};
      setProblem(line === undefined ? words.wrong(file.name) : words.wrongLine(file.name, Number(line), String(field)));
    }
  };
  const settle = (id: string, state: ReceivedReport["state"], reason: string) => {
    const settled = (one: ReceivedReport) => (one.id === id ? { ...one, state, reason } : one);
    setSent(sent.map(settled));
    if (brought.some((one) => one.id === id)) change(brought.map(settled), isKeeping);
  };
  const reports = [...sent, ...brought];
  return (
    <>
      <Section title={words.title(reports.filter(({ state }) => state === "received" || state === "appealed").length)}>
        <div className={classes.stack}>
          <p className={classes.help}>{words.help}</p>
          <div className={classes.actions}>
            {view.relay !== null && (
              <Button size="xs" variant="default" loading={act.isBusy} onClick={() => void read()}>
                {words.fetch}
              </Button>
            )}
            <PickFile label={words.file} accept=".json,application/json" onFile={take} />
          </div>
          <Fault text={problem ?? act.problem} />
          {reports.length === 0 && <p className={classes.help}>{words.none}</p>}
          {reports.length > 0 && !isKeeping && <p className={classes.help}>{words.inMemory}</p>}
          {brought.length > 0 && (
            <Checkbox
              label={words.keep(DAYS_BROUGHT)}
              description={words.keepHelp}
              checked={isKeeping}
              onChange={({ currentTarget }) => change(brought, currentTarget.checked)}
            />
          )}
          <ul className={entries.list}>
            {reports.map((report) => (
              <IntakeItem
                key={report.id}
                view={view}
                report={report}
                isOfRelay={sent.includes(report)}
                onSettled={(state, reason) => settle(report.id, state, reason)}
              />
            ))}
          </ul>
        </div>
      </Section>
      {brought.length > 0 && <CountsSection view={view} reports={brought} />}
    </>
  );
}
