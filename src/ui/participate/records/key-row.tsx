import { Button } from "@mantine/core";
import { useState } from "react";
import type { Identity } from "../../../app/contributions/board.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { shortKey } from "../committee/standing.ts";
import { takeUp } from "../committee/take-up.ts";
import { useDeed } from "../committee/use-deed.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import { ExportKey } from "./export-key.tsx";

interface KeyRowProps {
  readonly identity: Identity;
  readonly isInUse: boolean;
}

/** One key: its public half to show, its secret half to save or to forget. */
export function KeyRow({ identity, isInUse }: KeyRowProps) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [isForgetting, setIsForgetting] = useState(false);
  const { key, label, isExportable } = identity;
  const words = records.keys;
  const copy = () =>
    deed.run(async () => {
      await navigator.clipboard.writeText(key);
      toast({ title: words.copied });
    });
  const forget = async () => {
    if (await deed.run(() => contributions.forgetIdentity(key))) toast({ title: words.forgotten });
  };
  return (
    <li className={classes.row} data-key={key}>
      <span className={classes.grow}>
        <strong>{label}</strong>
        {isInUse && <span className={classes.badge}>{words.inUse}</span>}
        <br />
        <span className={classes.quiet}>{shortKey(key)}</span>
      </span>
      <span className={classes.actions}>
        {!isInUse && (
          <Button size="compact-xs" variant="default" onClick={() => void deed.run(() => takeUp(contributions, key))}>
            {words.use}
          </Button>
        )}
        {window.isSecureContext && (
          <Button size="compact-xs" variant="default" onClick={() => void copy()}>
            {words.copy}
          </Button>
        )}
      </span>
      <div style={{ flexBasis: "100%" }}>
        <Disclosure title={words.more(label)}>
          <div className={classes.stack}>
            <div className={classes.key}>
              <QrFigure text={key} label={words.qr(label)} />
              <code className={classes.code}>{key}</code>
            </div>
            {isExportable ? <ExportKey identity={identity} /> : <p className={classes.help}>{words.bound}</p>}
            {isForgetting ? (
              <ConfirmBox
                text={words.forgetConfirm(label)}
                action={words.forgetSubmit}
                isBusy={deed.isBusy}
                onYes={() => void forget()}
                onNo={() => setIsForgetting(false)}
              />
            ) : (
              <div className={classes.actions}>
                <Button size="xs" variant="default" onClick={() => setIsForgetting(true)}>
                  {words.forget}
                </Button>
              </div>
            )}
            <DeedProblem problem={deed.problem} />
          </div>
        </Disclosure>
      </div>
    </li>
  );
}
