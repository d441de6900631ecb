import { Button } from "@mantine/core";
import { useState } from "react";
import { Disclosure } from "../../parts/disclosure.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { Fault, TextField } from "./fields.tsx";
import classes from "./forms.module.css";
import { explainRefusal } from "./report-words.ts";
import { useBoard } from "./use-board.ts";

const LONGEST_ADDRESS = 200;

/** Where reports go. Choosing asks nothing of the relay. */
export function RelayChoice() {
  const t = useTexts();
  const { contributions } = useServices();
  const { reportRelay } = useBoard();
  const [address, setAddress] = useState(reportRelay ?? "");
  const [problem, setProblem] = useState<string>();
  const words = t.report.send.relay;
  const choose = async (relay: string | null) => {
    setProblem(undefined);
    if (relay !== null && !isRelayAddress(relay)) return setProblem(words.wrong);
    try {
      await contributions.chooseReportRelay(relay);
    } catch (error) {
      setProblem(explainRefusal(error, t));
    }
  };
  return (
    <Disclosure title={words.title} isOpen={reportRelay === null}>
      <div className={classes.stack}>
        <TextField
          label={words.label}
          help={words.help}
          type="url"
          value={address}
          longest={LONGEST_ADDRESS}
          isWrong={problem !== undefined}
          onChange={setAddress}
        />
        <Fault text={problem} />
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => void choose(address.trim().replace(/\/+$/, ""))}>
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

/** HTTPS, or this computer itself: a report does not travel in clear. */
export function isRelayAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return (protocol === "https:" || (protocol === "http:" && isHere)) && username === "" && search === "" && hash === "";
}
