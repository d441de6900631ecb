import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { useTexts } from "../../services.tsx";
import type { PartProps } from "../part-props.ts";
import { SpaceGate } from "../proposals/space-gate.tsx";
import { WriteGate } from "../proposals/write-gate.tsx";
import classes from "../report/forms.module.css";
import { CorrectionForm } from "./correction-form.tsx";
import { CorrectionList } from "./correction-list.tsx";

/** What the published counts have wrong, said, confirmed, reviewed; and access with it put right. */
export function CorrectionsPart(props: PartProps) {
  return (
    <SpaceGate>{(view, board) => <Corrections key={view.space} {...props} view={view} board={board} />}</SpaceGate>
  );
}

function Corrections({ view, board }: PartProps & { readonly view: SpaceView; readonly board: Board }) {
  const { corrections: words } = useTexts();
  const [isWriting, setWriting] = useState(false);
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
      <CorrectionList view={view} board={board} />
    </div>
  );
}
