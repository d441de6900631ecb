import { Button } from "@mantine/core";
import { useState } from "react";
import type { OwnReport } from "../../../app/contributions/board.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { Notice } from "../../parts/notice.tsx";
import { useLocale, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import { usePlaces } from "../../use-answers.ts";
import entries from "./entries.module.css";
import { Fault, TextField } from "./fields.tsx";
import classes from "./forms.module.css";
import { typedText } from "./report-answers.ts";
import { explainRefusal, hostOf, nameScope, writeMonth } from "./report-words.ts";

const CAN_LEAVE: readonly OwnReport["state"][] = ["waiting", "received", "published", "refused"];
const CAN_APPEAL: readonly OwnReport["state"][] = ["rejected"];

/** One report: its state and reason, taken back or appealed against. */
export function MyReport({ report }: { readonly report: OwnReport }) {
  const t = useTexts();
  const locale = useLocale();
  const toast = useToast();
  const { places } = usePlaces();
  const { contributions } = useServices();
  const [doing, setDoing] = useState<"withdraw" | "appeal" | null>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const words = t.report.mine;
  const { body, state, reason, relay } = report;
  const what = `${t.report.kinds[body.kind]}, ${nameScope(body.scope, places)}`;
  const attempt = async (act: () => Promise<void>, done: string) => {
    setProblem(undefined);
    try {
      await act();
      setDoing(null);
      toast({ title: done });
    } catch (error) {
      setProblem(explainRefusal(error, t));
    }
  };
  return (
    <li className={entries.item}>
      <div className={entries.head}>
        <h3 className={entries.name}>{t.report.kinds[body.kind]}</h3>
        <span className={entries.tag} data-tone={state === "received" || state === "published" ? undefined : "sand"}>
          {words.states[state]}
        </span>
      </div>
      <p className={entries.meta}>
        {[
          nameScope(body.scope, places),
          t.professions.names[body.profession],
          writeMonth(body.month, locale),
          ...(relay === null ? [] : [hostOf(relay)]),
        ].join(" · ")}
      </p>
      {body.text !== undefined && <p className={entries.body}>{body.text}</p>}
      {reason !== null && (
        <p className={entries.meta}>{words.reason(state === "refused" ? explainRefusal(reason, t) : reason)}</p>
      )}
      <div className={classes.actions}>
        {CAN_LEAVE.includes(state) && doing === null && (
          <Button
            size="xs"
            variant="default"
            aria-label={words.withdrawLabel(what)}
            onClick={() => setDoing("withdraw")}
          >
            {words.withdraw}
          </Button>
        )}
        {CAN_APPEAL.includes(state) && doing === null && (
          <Button size="xs" variant="default" aria-label={words.appealLabel(what)} onClick={() => setDoing("appeal")}>
            {words.appeal}
          </Button>
        )}
      </div>
      {doing === "withdraw" && (
        <div role="alert">
          <Notice
            text={words.confirm}
            actions={[
              { label: words.keep, onClick: () => setDoing(null) },
              {
                label: words.confirmed,
                onClick: () => void attempt(() => contributions.withdrawReport(report.id), words.withdrawn),
              },
            ]}
          />
        </div>
      )}
      {doing === "appeal" && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            const clean = typedText(text);
            if (clean !== "") void attempt(() => contributions.appealReport(report.id, clean), words.appealSent);
          }}
        >
          <TextField
            label={words.appealText}
            help={words.appealHelp}
            value={text}
            longest={LONGEST_TEXT}
            isLong
            onChange={setText}
          />
          <div className={classes.actions}>
            <Button size="xs" type="submit">
              {words.appealSend}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDoing(null)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
      <Fault text={problem} />
    </li>
  );
}
