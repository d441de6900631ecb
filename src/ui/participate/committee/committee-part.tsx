import { useStore } from "zustand";
import { Notice } from "../../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import { PanelSkeleton } from "../../understand/panel-skeleton.tsx";
import type { PartProps } from "../part-props.ts";
import classes from "./committee.module.css";
import { CommitteeList } from "./committee-list.tsx";
import { CommitteePage } from "./committee-page.tsx";

/** Committees of this browser: the list, or the one the address names. */
export function CommitteePart({ reading }: PartProps) {
  const { committee: words } = useTexts();
  const { contributions, store } = useServices();
  const board = useStore(contributions);
  const space = useQuestion((q) => q.participate.space);
  const participate = useQuestion((q) => q.participate);
  if (board.status === "closed" || board.status === "opening") return <PanelSkeleton />;
  if (board.status === "unavailable") {
    return (
      <div className={classes.stack}>
        <h1 className={panel.title}>{words.title}</h1>
        <Notice text={words.unavailable} />
      </div>
    );
  }
  const isCommittee = space?.startsWith("committee:") ?? false;
  const view = board.spaces.find((one) => isCommittee && one.space === space);
  if (view) return <CommitteePage key={view.space} view={view} board={board} reading={reading} />;
  return (
    <>
      {isCommittee && space !== null && (
        <Notice
          text={words.unknown(space.slice("committee:".length))}
          actions={[
            {
              label: words.all,
              onClick: () => store.ask({ participate: { ...participate, space: null, record: null } }),
            },
          ]}
        />
      )}
      <CommitteeList board={board} />
    </>
  );
}
