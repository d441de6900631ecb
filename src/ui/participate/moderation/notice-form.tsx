import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { useTexts } from "../../services.tsx";
import { useAct } from "../proposals/use-act.ts";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { typedText } from "../report/report-answers.ts";
import { hostOf } from "../report/report-words.ts";
import { sendNotice } from "./send-notice.ts";

interface NoticeFormProps {
  readonly view: SpaceView;
  /** The record that would be unlawful. */
  readonly target: string;
}

const LONGEST_CONTACT = 200;

/** « Signaler un contenu illicite »: for everybody, without a key. */
export function NoticeForm({ view, target }: NoticeFormProps) {
  const { moderation } = useTexts();
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [contact, setContact] = useState("");
  const [isTried, setTried] = useState(false);
  const words = moderation.notice;
  const { relay } = view;
  if (!isOpen) {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
    );
  }
  const send = async () => {
    setTried(true);
    const said = typedText(reason);
    if (said === "" || relay === null) return;
    const answer = typedText(contact, LONGEST_CONTACT);
    const body = { reason: said, target, ...(answer === "" ? {} : { contact: answer }) };
    if (await act.run(() => sendNotice(relay, body), words.sent)) setOpen(false);
  };
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className={classes.help}>{words.help}</p>
      {relay === null && <p className={classes.warning}>{words.noRelay}</p>}
      <p className={classes.exact}>{words.number(target)}</p>
      <TextField label={words.reason} value={reason} longest={LONGEST_TEXT} isLong onChange={setReason} />
      <TextField
        label={words.contact}
        help={words.contactHelp}
        value={contact}
        longest={LONGEST_CONTACT}
        onChange={setContact}
      />
      <Fault text={isTried && reason.trim() === "" ? words.missing : act.problem} />
      <div className={classes.actions}>
        {relay !== null && (
          <Button size="xs" type="submit" loading={act.isBusy}>
            {words.send(hostOf(relay))}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
