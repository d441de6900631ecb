import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import type { PartProps } from "../part-props.ts";
import { SpaceGate } from "../proposals/space-gate.tsx";
import { WriteGate } from "../proposals/write-gate.tsx";
import classes from "../report/forms.module.css";
import { CorrectedBox } from "./corrected-box.tsx";
import { viewCorrected } from "./corrected-view.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { CorrectionList } from "./correction-list.tsx";
import { useCorrected } from "./use-corrected.ts";

/** What the published counts have wrong, said, confirmed, reviewed; and access with it put right. */
export function CorrectionsPart(props: PartProps) {
  const { corrections: words } = useTexts();
  return (
    <SpaceGate title={words.title}>
      {(view, board) => <Corrections key={view.space} {...props} view={view} board={board} />}
    </SpaceGate>
  );
}

function Corrections({
  view,
  board,
  reading,
  showOnMap,
}: PartProps & { readonly view: SpaceView; readonly board: Board }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const job = useCorrected(view, reading);
  const answer = job?.answer;
  const words = t.corrections;
  const [isWriting, setWriting] = useState(false);
  const lensView = useMemo(
    () => (reading && answer ? viewCorrected(reading, answer, store.getState().question, f, t) : null),
    [reading, answer, store, f, t],
  );
  useEffect(() => {
    showOnMap(lensView);
    return () => showOnMap(null);
  }, [showOnMap, lensView]);
  return (
    <div className={classes.part}>
      <div>
        <h1 className={classes.title}>{words.title}</h1>
        <p className={classes.lead}>{words.subtitle}</p>
      </div>
      {isWriting ? (
        <WriteGate view={view} board={board} type="correction">
          <CorrectionForm view={view} onDone={() => setWriting(false)} />
        </WriteGate>
      ) : (
        <Button onClick={() => setWriting(true)}>{words.propose}</Button>
      )}
      <CorrectedBox view={view} job={job} />
      <CorrectionList view={view} board={board} />
    </div>
  );
}
