import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Failure, FailureError } from "../../core/failure.ts";
import type { Texts } from "../../i18n/fr.ts";
import { useTexts } from "../services.tsx";
import classes from "./failure-notice.module.css";

interface FailureNoticeProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What went wrong in words, with what the person can do about it. */
export function FailureNotice({ title, error, onRetry, children }: FailureNoticeProps) {
  const t = useTexts();
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={22} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{explainFailure(error, t)}</p>
        <div className={classes.actions}>
          {onRetry && (
            <Button size="xs" onClick={onRetry}>
              {t.common.retry}
            </Button>
          )}
          {children}
        </div>
      </div>
    </div>
  );
}

/** The failure in the reader's language; a bug when it is not one of ours. */
export function explainFailure(error: unknown, t: Texts): string {
  if (!(error instanceof FailureError)) return t.failures.bug;
  return explain(error.failure, t);
}

function explain({ code, params }: Failure, t: Texts): string {
  const about = params.file ?? params.text ?? params.name ?? "";
  return t.failures[code](String(about));
}
