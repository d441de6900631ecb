import { useStore } from "zustand";
import { FailureError } from "../../../core/failure.ts";
import { explainFailure } from "../../parts/failure-notice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import { PanelSkeleton } from "../../understand/panel-skeleton.tsx";
import classes from "../committee/committee.module.css";
import { KeysSection } from "./keys-section.tsx";
import { SpacePage } from "./space-page.tsx";
import { SpacesSection } from "./spaces-section.tsx";

/** « Registre »: keys, registers, files and relays, and what became of each record. */
export function RecordsPart() {
  const t = useTexts();
  const { contributions } = useServices();
  const board = useStore(contributions);
  const space = useQuestion((q) => q.participate.space);
  const words = t.records;
  if (board.status === "closed" || board.status === "opening") return <PanelSkeleton />;
  if (board.status === "unavailable") return <Notice text={words.unavailable} />;
  const view = board.spaces.find((one) => one.space === space);
  const isKept = board.identities.length > 0 || board.spaces.length > 0;
  return (
    <div className={classes.stack} data-records={board.spaces.length}>
      {board.wasEvicted && <Notice text={words.evicted} />}
      {board.failure && (
        <Notice
          text={explainFailure(new FailureError(board.failure.code, board.failure.params), t)}
          actions={[{ label: t.common.retry, onClick: () => void contributions.open() }]}
        />
      )}
      {!board.isSecure && <Notice text={words.insecure} />}
      {isKept && board.keeping !== "persistent" && <Notice text={words.keeping[board.keeping]} />}
      {view ? (
        <SpacePage key={view.space} view={view} board={board} />
      ) : (
        <>
          <div>
            <h1 className={panel.title}>{words.title}</h1>
            <p className={panel.subtitle}>{words.intro}</p>
          </div>
          <KeysSection board={board} />
          <SpacesSection board={board} />
        </>
      )}
    </div>
  );
}
