import { Button } from "@mantine/core";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { saveFile } from "../../parts/download-file.ts";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { today } from "./standing.ts";
import { TakeFile } from "./take-file.tsx";
import { useDeed } from "./use-deed.ts";

/** How members pass the register to each other: a file each way, or a relay. */
export function ExchangeBox({ view }: { readonly view: SpaceView }) {
  const { committee } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const words = committee.files;
  const { space, waiting, relay, sync, isSequencer } = view;
  const file = `oasis-${space.replace(":", "-")}-${today()}.dmlog`;
  return (
    <div className={classes.stack}>
      <p className={classes.help}>
        {relay === null ? (isSequencer ? words.youOrder : words.theyOrder) : words.relay(relay)}
      </p>
      {waiting.length > 0 && <p className={classes.text}>{words.waiting(waiting.length)}</p>}
      <div className={classes.actions}>
        <Button
          size="xs"
          loading={deed.isBusy}
          onClick={() => void deed.run(async () => saveFile(file, await contributions.exportSpace(space)))}
        >
          {words.export}
        </Button>
        {relay !== null && (
          <Button size="xs" variant="default" onClick={() => void deed.run(() => contributions.sync(space))}>
            {words.sync}
          </Button>
        )}
        {relay !== null && <span className={classes.quiet}>{words.states[sync]}</span>}
      </div>
      <DeedProblem problem={deed.problem} />
      <TakeFile onTaken={() => undefined} />
    </div>
  );
}
