import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Texts } from "../../i18n/fr.ts";
import { useFormats, useTexts } from "../services.tsx";
import type { Job } from "../use-job.ts";
import { FailureNotice } from "./failure-notice.tsx";
import classes from "./job-status.module.css";

/** ms; an update shorter than this shows no progress. */
const PATIENCE = 400;

/** How far a computation is, and what one can do about it: stop it, resume it, try again. Nothing when it is done. */
export function JobStatus({ job }: { readonly job: Job<unknown> }) {
  const t = useTexts();
  const words = t.diagnoses;
  const isSlow = useIsSlow(job.isUpdating);
  if (job.error) return <FailureNotice title={words.failed} error={job.error} onRetry={job.retry} />;
  if (job.isStopped)
    return (
      <div className={classes.status} role="status">
        <p>{words.stopped}</p>
        <Button size="xs" onClick={job.retry}>
          {words.resume}
        </Button>
      </div>
    );
  if (!job.isUpdating || (job.answer !== undefined && !isSlow)) return null;
  return <Running job={job} />;
}

function Running({ job: { progress, stop, answer } }: { readonly job: Job<unknown> }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.diagnoses;
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  const stage = progress ? nameStage(progress.stage, t) : words.computing;
  return (
    <div className={classes.status}>
      <div className={classes.head}>
        <p role="status">{stage}</p>
        <Button size="compact-xs" variant="default" onClick={stop}>
          {words.cancel}
        </Button>
      </div>
      <progress
        className={classes.bar}
        aria-label={stage}
        aria-valuetext={share === null ? undefined : words.progress(f.percent(share))}
        {...(share === null ? {} : { value: share, max: 1 })}
      />
      {answer === undefined && <p className={classes.help}>{words.firstTime}</p>}
    </div>
  );
}

function nameStage(stage: string, t: Texts): string {
  const { stages } = t.diagnoses;
  return stage in stages ? stages[stage as keyof typeof stages] : t.diagnoses.computing;
}

function useIsSlow(isUpdating: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    setIsSlow(false);
    if (!isUpdating) return;
    const timer = window.setTimeout(() => setIsSlow(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, [isUpdating]);
  return isSlow;
}
