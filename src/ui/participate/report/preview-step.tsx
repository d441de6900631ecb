import { Button, Checkbox } from "@mantine/core";
import { type Ref, useState } from "react";
import type { OwnReport, ReportDraft } from "../../../app/contributions/board.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { useLocale, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { Fault } from "./fields.tsx";
import classes from "./forms.module.css";
import { RelayChoice } from "./relay-choice.tsx";
import { describeReport, explainRefusal, hostOf } from "./report-words.ts";
import { useBoard } from "./use-board.ts";
import { useIsOnline } from "./use-is-online.ts";

interface PreviewStepProps {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly draft: ReportDraft;
  /** Whether this browser can keep it. */
  readonly isKept: boolean;
  onSent(report: OwnReport): void;
}

/** What leaves to the letter, who reads what, and the one button that sends. */
export function PreviewStep({ ref, draft, isKept, onSent }: PreviewStepProps) {
  const t = useTexts();
  const locale = useLocale();
  const { contributions } = useServices();
  const { places } = usePlaces();
  const { reportRelay } = useBoard();
  const isOnline = useIsOnline();
  const [hasConsent, setConsent] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { preview: words, send } = t.report;
  const submit = async () => {
    setTried(true);
    if (!hasConsent || isSending) return;
    setProblem(undefined);
    setSending(true);
    try {
      onSent(await contributions.sendReport(draft));
    } catch (error) {
      setProblem(explainRefusal(error, t));
      setSending(false);
    }
  };
  const label = () => {
    if (isSending) return send.sending;
    if (reportRelay === null) return send.keep;
    return isOnline ? send.to(hostOf(reportRelay)) : send.later(hostOf(reportRelay));
  };
  return (
    <form
      className={classes.stack}
      noValidate
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1 ref={ref} className={classes.title} tabIndex={-1}>
        {words.title}
      </h1>
      <dl className={classes.facts}>
        {describeReport(draft, places, locale, t).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      <Disclosure title={words.exact}>
        <p>{words.exactHelp}</p>
        <code className={classes.exact} data-testid="exact-message">
          {JSON.stringify({ ...draft, consent: true, secret: "…" }, null, 1)}
        </code>
      </Disclosure>
      <Disclosure title={words.readers} isOpen>
        <ul>
          <li>{words.moderator}</li>
          <li>{words.published}</li>
          <li>{words.never}</li>
        </ul>
      </Disclosure>
      <RelayChoice />
      {reportRelay === null && <p className={classes.help}>{send.keepHelp}</p>}
      <div role="status">{reportRelay !== null && !isOnline && <p className={classes.warning}>{send.offline}</p>}</div>
      <Checkbox
        size="sm"
        label={words.consent}
        checked={hasConsent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
      <Fault text={isTried && !hasConsent ? words.missing : problem} />
      <Button type="submit" size="md" fullWidth disabled={!isKept || isSending}>
        {label()}
      </Button>
    </form>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
