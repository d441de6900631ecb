import { Button } from "@mantine/core";
import { useState } from "react";
import type { Ways } from "../../../app/contributions/verification.ts";
import { useServices, useTexts } from "../../services.tsx";
import { Choices, Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { useIsOnline } from "../report/use-is-online.ts";
import { MailWay } from "./mail-way.tsx";
import { PaperWay } from "./paper-way.tsx";
import { SignInWay } from "./sign-in-way.tsx";
import { useAct } from "./use-act.ts";
import { explainUnverified } from "./verify-link.ts";
import type { WayProps } from "./way-props.ts";

type Way = "mail" | "signIn" | "code" | "none";

/** How a person makes their support count: what each way proves and keeps, and doing it. The relay is asked once they want to. */
export function VerifyBox(props: WayProps) {
  const t = useTexts();
  const words = t.verification;
  const { contributions } = useServices();
  const isOnline = useIsOnline();
  const [offered, setOffered] = useState<Ways | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const act = useAct((error) => explainUnverified(error, t));
  const ask = () => void act.run(async () => setOffered(await contributions.verification.ways(props.view.space)));
  if (offered === null) {
    return (
      <div className={classes.stack}>
        <p className={classes.help}>{words.lead}</p>
        {!isOnline && <p className={classes.warning}>{words.offline}</p>}
        <div className={classes.actions}>
          <Button size="xs" loading={act.isBusy} disabled={!isOnline} onClick={ask}>
            {words.choose}
          </Button>
        </div>
        <Fault text={act.problem} />
      </div>
    );
  }
  const { mail, signIn } = offered;
  const names = {
    mail: words.ways.mail,
    signIn: words.ways.signIn(signIn ?? ""),
    code: words.ways.code,
    none: words.ways.none,
  };
  const ways: readonly Way[] = [
    ...(mail ? ["mail" as const] : []),
    ...(signIn ? ["signIn" as const] : []),
    "code",
    "none",
  ];
  return (
    <div className={classes.stack} data-ways>
      <Choices<Way> legend={words.legend} options={ways} names={names} value={way} onChange={setWay} />
      {!isOnline && <p className={classes.warning}>{words.offline}</p>}
      {way === "mail" && <MailWay {...props} />}
      {way === "signIn" && signIn && <SignInWay {...props} name={signIn} />}
      {way === "code" && <PaperWay {...props} />}
      {way === "none" && <p className={classes.help}>{words.what.none}</p>}
    </div>
  );
}
