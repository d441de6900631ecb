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
  const title = <h1 className={panel.title}>{words.title}</h1>;
  if (board.status === "unavailable") {
    return (
      <div className={classes.stack}>
        {title}
        <Notice text={words.unavailable} />
      </div>
    );
  }
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
            {title}
            <p className={panel.subtitle}>{words.intro}</p>
          </div>
          {space !== null && board.awaited.every((one) => one.space !== space) && (
            <Notice text={t.proposals.space.unknown(space)} />
          )}
          <KeysSection board={board} />
          <SpacesSection board={board} />
        </>
      )}
    </div>
  );
}
