import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { saveFile } from "../../parts/download-file.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { today } from "../committee/standing.ts";
import { TakeFile } from "../committee/take-file.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { explainCode } from "./explain-exchange.ts";

/** How a register goes from browser to browser: files, a relay, and how that goes. */
export function ExchangeSection({ view }: { readonly view: SpaceView }) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const deed = useDeed();
  const words = t.records.exchange;
  const { space, relay, sync, problem, waiting, restored, isSequencer } = view;
  const file = `oasis-${space.replace(":", "-")}-${today()}.dmlog`;
  return (
    <Section title={words.title}>
      <div className={classes.stack} data-sync={sync}>
        {sync === "fork" && <Notice text={words.fork} />}
        {restored !== null && <Notice text={words.restored(f.date(restored))} />}
        <p className={classes.text} role="status">
          {relay === null ? words.none : `${words.connected(relay)} ${words.states[sync]}.`}
        </p>
        {relay === null && isSequencer && <p className={classes.help}>{words.ordered}</p>}
        {relay !== null && problem !== null && <p className={classes.fault}>{explainCode(problem, "", t)}</p>}
        {waiting.length > 0 && <p className={classes.text}>{words.waiting(waiting.length)}</p>}
        <div className={classes.actions}>
          <Button
            size="xs"
            onClick={() => void deed.run(async () => saveFile(file, await contributions.exportSpace(space)))}
          >
            {words.export}
          </Button>
          {relay !== null && (
            <>
              <Button
                size="xs"
                variant="default"
                loading={deed.isBusy}
                onClick={() => void deed.run(() => contributions.sync(space))}
              >
                {words.sync}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => void deed.run(() => contributions.connect(space, null))}
              >
                {words.disconnect}
              </Button>
            </>
          )}
        </div>
        <DeedProblem problem={deed.problem} />
        <p className={classes.help}>{t.records.spaces.filesHelp}</p>
        <TakeFile onTaken={() => undefined} />
        {relay === null && !isSequencer && <ConnectForm space={space} />}
      </div>
    </Section>
  );
}

function ConnectForm({ space }: { readonly space: string }) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [address, setAddress] = useState("");
  const words = records.exchange;
  return (
    <form
      className={classes.form}
      aria-label={words.connect}
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== "") void deed.run(() => contributions.connect(space, address.trim()));
      }}
    >
      <TextField label={words.address} help={words.addressHelp} longest={200} value={address} onChange={setAddress} />
      <div className={classes.actions}>
        <Button size="xs" variant="default" type="submit" loading={deed.isBusy}>
          {words.connect}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
