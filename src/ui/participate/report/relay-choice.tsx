import { Button } from "@mantine/core";
import { useState } from "react";
import { assertAllowedHere, readRelayAddress } from "../../../app/contributions/relay-address.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { Fault, TextField } from "./fields.tsx";
import classes from "./forms.module.css";
import { explainRefusal, hostOf } from "./report-words.ts";
import { useBoard } from "./use-board.ts";

const LONGEST_ADDRESS = 200;

/** Where reports go. Nothing is asked of the relay before something is sent; what was kept here leaves with the choice, which says so. */
export function RelayChoice() {
  const t = useTexts();
  const { contributions } = useServices();
  const { reportRelay, reports } = useBoard();
  const [address, setAddress] = useState(reportRelay ?? "");
  const [problem, setProblem] = useState<string>();
  const words = t.report.send.relay;
  const waiting = reports.filter(({ state }) => state === "waiting").length;
  const choose = async (relay: string | null) => {
    setProblem(undefined);
    try {
      if (relay !== null) assertAllowedHere(readRelayAddress(relay));
      await contributions.chooseReportRelay(relay);
      setAddress(relay ?? "");
    } catch (error) {
      setProblem(explainRefusal(error, t));
    }
  };
  return (
    <Disclosure title={words.title} isOpen={reportRelay === null}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.help}</p>
        {reportRelay === null && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => void choose(window.location.origin)}>
              {words.own(hostOf(window.location.origin))}
            </Button>
          </div>
        )}
        <TextField
          label={words.label}
          type="url"
          value={address}
          longest={LONGEST_ADDRESS}
          isWrong={problem !== undefined}
          onChange={setAddress}
        />
        {waiting > 0 && <p className={classes.warning}>{words.waiting(waiting)}</p>}
        <Fault text={problem} />
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => void choose(address)}>
            {words.choose}
          </Button>
          {reportRelay !== null && (
            <Button size="xs" variant="default" onClick={() => void choose(null)}>
              {words.none}
            </Button>
          )}
        </div>
      </div>
    </Disclosure>
  );
}
