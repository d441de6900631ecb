import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { Part } from "../../../app/participate-choices.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { PanelSkeleton } from "../../understand/panel-skeleton.tsx";
import classes from "../report/forms.module.css";
import { useBoard } from "../report/use-board.ts";

interface SpaceGateProps {
  /** Of the part, where there is no space to show. */
  readonly title: string;
  readonly children: (view: SpaceView, board: Board) => ReactNode;
}

/** The space the address names, else the first one of this browser; where it is not here, or there is none, how to have it. */
export function SpaceGate({ title, children }: SpaceGateProps) {
  const { proposals: words } = useTexts();
  const { store } = useServices();
  const board = useBoard();
  const participate = useQuestion((q) => q.participate);
  if (board.status === "closed" || board.status === "opening") return <PanelSkeleton />;
  const bare = (notice: ReactNode) => (
    <div className={classes.part}>
      <h1 className={classes.title}>{title}</h1>
      {notice}
    </div>
  );
  if (board.status === "unavailable") return bare(<Notice text={words.space.unavailable} />);
  const { spaces, awaited } = board;
  const named = spaces.find(({ space }) => space === participate.space);
  const view = participate.space === null ? spaces.at(0) : named;
  if (view === undefined) {
    const go = (part: Part) => store.ask({ participate: { ...participate, part, space: null, record: null } }, "push");
    const show = (space: string) => store.ask({ participate: { ...participate, space, record: null } }, "push");
    const actions = [
      ...spaces.slice(0, 1).map(({ space, name }) => ({ label: words.space.show(name), onClick: () => show(space) })),
      { label: words.space.join, onClick: () => go("committee") },
      { label: words.space.other, onClick: () => go("records") },
    ];
    const isAwaited = awaited.some(({ space }) => space === participate.space);
    const text =
      participate.space === null ? words.space.none : words.space[isAwaited ? "awaited" : "unknown"](participate.space);
    return bare(<Notice text={text} actions={actions} />);
  }
  return (
    <>
      {spaces.length > 1 && (
        <ChoiceBox
          label={words.space.label}
          value={view.space}
          options={spaces.map(({ space, name }) => ({ value: space, label: words.space.names(name, space) }))}
          onChange={(space) => store.ask({ participate: { ...participate, space, record: null } }, "push")}
        />
      )}
      {view.sync === "fork" && (
        <Alert color="desert" role="alert">
          {words.space.stale}
        </Alert>
      )}
      {children(view, board)}
    </>
  );
}
