import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocale, useServices, useTexts } from "../../services.tsx";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { CodeForm } from "./code-form.tsx";
import { useAct } from "./use-act.ts";
import { explainUnverified } from "./verify-link.ts";
import type { WayProps } from "./way-props.ts";

const LONGEST_ADDRESS = 254;

/** A link by mail: asked for, then opened here, or its code typed by hand when it is read on another device. */
export function MailWay({ view, proposal, ballot }: WayProps) {
  const t = useTexts();
  const words = t.verification;
  const locale = useLocale();
  const { contributions } = useServices();
  const [address, setAddress] = useState("");
  const [sent, setSent] = useState<string | null>(null);
  const act = useAct((error) => explainUnverified(error, t));
  const { space } = view;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const to = address.trim();
    void act.run(async () => {
      await contributions.verification.sendLink({ space, ballot, target: proposal.id }, to, locale);
      setSent(to);
    });
  };
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{words.what.mail}</p>
      <form className={classes.stack} noValidate onSubmit={send}>
        <TextField
          label={words.address}
          help={words.what.mailKept}
          type="email"
          value={address}
          longest={LONGEST_ADDRESS}
          onChange={setAddress}
        />
        <div className={classes.actions}>
          <Button size="xs" type="submit" disabled={address.trim() === ""} loading={act.isBusy}>
            {words.send}
          </Button>
        </div>
      </form>
      <Fault text={act.problem} />
      <div role="status">{sent !== null && <p className={classes.good}>{words.sent(sent)}</p>}</div>
      <CodeForm
        view={view}
        ballot={ballot}
        target={proposal.id}
        label={words.mailCode}
        help={words.mailCodeHelp}
        isMain={sent !== null}
        ask={(code, key) => contributions.verification.claim(space, ballot, code, key)}
      />
    </div>
  );
}
