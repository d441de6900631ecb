import { Button } from "@mantine/core";
import { useState } from "react";
import type { ReceivedReport, SpaceView } from "../../../app/contributions/board.ts";
import { encodeBase64url } from "../../../core/contributions/base64url.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { sha256 } from "../../../core/contributions/sha-256.ts";
import { encodeUtf8 } from "../../../core/contributions/utf8.ts";
import { useFormats, useLocale, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { useAct } from "../proposals/use-act.ts";
import entries from "../report/entries.module.css";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { findPersonal, typedText } from "../report/report-answers.ts";
import { describeReport } from "../report/report-words.ts";
import { ScreenedText } from "../report/screened-text.tsx";

type Outcome = "published" | "rejected" | "duplicate";

interface IntakeItemProps {
  readonly view: SpaceView;
  readonly report: ReceivedReport;
  /** The relay is told, and its author reads the reason there; what came by file is settled here. */
  readonly isOfRelay: boolean;
  onSettled(state: Outcome, reason: string): void;
}

/** One report, what is done with it, and the account of it that is published when that helps. */
export function IntakeItem({ view, report, isOfRelay, onSettled }: IntakeItemProps) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const { places } = usePlaces();
  const { contributions } = useServices();
  const act = useAct();
  const [reason, setReason] = useState("");
  const [account, setAccount] = useState("");
  const [problem, setProblem] = useState<string>();
  const words = t.moderation.intake;
  const { id, body, state, day, appeal } = report;
  const isOpen = state === "received" || state === "appealed";
  const close = async (outcome: Outcome) => {
    const [said, rewritten] = [typedText(reason), typedText(account)];
    if (said === "") return setProblem(words.missing);
    if (outcome === "published" && findPersonal(rewritten).length > 0) return setProblem(t.report.screen.blocked);
    setProblem(undefined);
    const isDone = await act.run(async () => {
      if (isOfRelay) await contributions.closeIntake(view.space, id, outcome, said);
      if (outcome !== "published" || rewritten === "") return;
      const source = encodeBase64url(sha256(encodeUtf8(id)));
      const draft = { type: "report-published", scope: body.scope, body: { source, text: rewritten } } as const;
      await contributions.publish(view.space, draft);
    }, words.done);
    if (isDone) onSettled(outcome, said);
  };
  return (
    <li className={entries.item} data-report={id}>
      <div className={entries.head}>
        <h3 className={entries.name}>{t.report.kinds[body.kind]}</h3>
        <span className={entries.tag} data-tone={isOpen ? "sand" : undefined}>
          {words.states[state]}
        </span>
      </div>
      <p className={entries.meta}>{words.received(f.date(day))}</p>
      <dl className={classes.facts}>
        {describeReport(body, places, locale, t)
          .slice(1)
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      {appeal !== null && <p className={entries.body}>{words.appealText(appeal)}</p>}
      {isOpen && (
        <>
          <TextField label={words.reason} value={reason} longest={LONGEST_TEXT} onChange={setReason} />
          <TextField
            label={words.rewrite}
            help={words.rewriteHelp}
            value={account}
            longest={LONGEST_TEXT}
            isLong
            onChange={setAccount}
          />
          <ScreenedText text={account} />
          <Fault text={problem ?? act.problem} />
          <div className={classes.actions}>
            {(["published", "rejected", "duplicate"] as const).map((outcome) => (
              <Button
                key={outcome}
                size="xs"
                variant={outcome === "published" ? "filled" : "default"}
                loading={act.isBusy}
                onClick={() => void close(outcome)}
              >
                {words.outcomes[outcome]}
              </Button>
            ))}
          </div>
        </>
      )}
    </li>
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
