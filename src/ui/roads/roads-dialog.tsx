import { Button, Modal } from "@mantine/core";
import { useFormats, useTexts } from "../services.tsx";
import { BringProgress } from "./bring-progress.tsx";
import { BroughtSummary } from "./brought-summary.tsx";
import { explainRoadsFailure } from "./explain-failure.ts";
import { FileChoice } from "./file-choice.tsx";
import { FileDrop } from "./file-drop.tsx";
import classes from "./roads-dialog.module.css";
import { useBringRoads } from "./use-bring-roads.ts";

interface RoadsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Where one brings a road network or a table of times: choose, wait, read what came of it. */
export function RoadsDialog({ isOpen, onClose }: RoadsDialogProps) {
  const t = useTexts();
  const f = useFormats();
  const bring = useBringRoads();
  const { state } = bring;
  const words = t.roads.dialog;
  const isWorking = state.step === "work";
  const close = () => {
    onClose();
    if (state.step !== "work") bring.restart();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={<span className={classes.title}>{words.title}</span>}
      size="34rem"
      closeOnClickOutside={!isWorking}
      closeOnEscape={!isWorking}
      withCloseButton={!isWorking}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <div className={classes.body}>
        {state.step === "choose" && <FileChoice onFile={bring.give} onResume={bring.resume} />}
        {state.step === "list" && (
          <>
            <h3 className={classes.subtitle}>{words.list.title(state.file.name)}</h3>
            <p>{words.list.help}</p>
            <FileDrop choose={words.list.choose} accept=".csv,text/csv" onFile={bring.giveList} />
            <Button variant="subtle" onClick={bring.restart}>
              {words.back}
            </Button>
          </>
        )}
        {state.step === "work" && <BringProgress name={state.name} progress={state.progress} onCancel={bring.cancel} />}
        {state.step === "failed" && (
          <>
            <div className={classes.failure} role="alert">
              <strong>{words.failed}</strong>
              <p>{explainRoadsFailure(state.error, f, t)}</p>
              <p>{words.unchanged}</p>
            </div>
            <Button onClick={bring.restart} data-autofocus>
              {words.back}
            </Button>
          </>
        )}
        {state.step === "done" && <BroughtSummary brought={state.brought} onClose={close} />}
      </div>
    </Modal>
  );
}
