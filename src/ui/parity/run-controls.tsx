import { Button, Progress } from "@mantine/core";
import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import type { ParityStudy } from "../../app/studies.ts";
import type { Texts } from "../../i18n/fr.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useTexts } from "../services.tsx";
import type { Study } from "../use-study.ts";
import classes from "./parity-report.module.css";
import type { Parity } from "./use-parity.ts";

/** Runs a study here, says how far it is, and stops it. */
export function RunControls({ parity }: { readonly parity: Parity }) {
  const t = useTexts();
  const { fast, fullHere } = parity;
  const words = t.parity.sources;
  const running = [fast, fullHere].find(({ isRunning }) => isRunning);
  const failed = [fast, fullHere].find(({ error, isRunning }) => error && !isRunning);
  const wasStopped = !running && (fast.wasStopped || fullHere.wasStopped);
  return (
    <div className={classes.run}>
      {running ? (
        <Running study={running} />
      ) : (
        <div className={classes.head}>
          <RunButton
            text={words.runFast}
            onClick={() => {
              parity.setSource("fast");
              fast.run();
            }}
          />
          <RunButton
            text={words.runFull}
            onClick={() => {
              parity.setSource("fullHere");
              fullHere.run();
            }}
          />
        </div>
      )}
      <p className={classes.help} role="status">
        {wasStopped ? words.stopped : words.cost}
      </p>
      {failed?.error && <FailureNotice title={t.failures.title} error={failed.error} onRetry={failed.run} />}
    </div>
  );
}

function RunButton({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Button size="xs" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onClick}>
      {text}
    </Button>
  );
}

function Running({ study }: { readonly study: Study<ParityStudy> }) {
  const t = useTexts();
  const { progress } = study;
  const stage = progress
    ? t.parity.stage(nameStage(progress.stage, t), progress.done + 1, progress.total)
    : t.parity.stages.starting;
  return (
    <>
      <div className={classes.head}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={study.cancel}
        >
          {t.parity.sources.cancel}
        </Button>
        <span role="status">{stage}</span>
      </div>
      <Progress value={progress ? (100 * progress.done) / progress.total : 0} size="sm" aria-label={stage} />
    </>
  );
}

function nameStage(stage: string, t: Texts): string {
  const { stages } = t.parity;
  return stage in stages ? stages[stage as keyof typeof stages] : stages.starting;
}
