import { useEffect, useMemo } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { standingOf, today } from "../committee/standing.ts";
import type { PartProps } from "../part-props.ts";
import classes from "../report/forms.module.css";
import { ConfirmLink } from "./confirm-link.tsx";
import { listProposals } from "./list-proposals.ts";
import { ProposalList } from "./proposal-list.tsx";
import { ProposalPage } from "./proposal-page.tsx";
import { viewProposals } from "./proposals-view.ts";
import { SpaceGate } from "./space-gate.tsx";

/** Proposals of a space: the list, or the one the address names. */
export function ProposalsPart(props: PartProps) {
  const { proposals: words } = useTexts();
  return (
    <div className={classes.part}>
      <ConfirmLink />
      <SpaceGate title={words.title}>
        {(view, board) => <Proposals key={view.space} {...props} view={view} board={board} />}
      </SpaceGate>
    </div>
  );
}

function Proposals({
  view,
  board,
  reading,
  showOnMap,
}: PartProps & { readonly view: SpaceView; readonly board: Board }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { places } = usePlaces();
  const record = useQuestion((q) => q.participate.record);
  const { key } = board;
  const proposals = useMemo(() => {
    const isModerator = standingOf(view, key, today()).roles.has("moderator");
    return listProposals(view, { key, isModerator });
  }, [view, key]);
  const lensView = useMemo(
    () => (reading && places ? viewProposals(reading, proposals, places, f, t) : null),
    [reading, proposals, places, f, t],
  );
  useEffect(() => {
    showOnMap(lensView);
    return () => showOnMap(null);
  }, [showOnMap, lensView]);
  const open = (id: string | null) => {
    const { participate } = store.getState().question;
    store.ask({ participate: { ...participate, record: id } }, "push");
  };
  if (record !== null) {
    const proposal = proposals.find(({ id }) => id === record);
    return <ProposalPage key={record} view={view} board={board} proposal={proposal} onBack={() => open(null)} />;
  }
  return <ProposalList view={view} board={board} proposals={proposals} onOpen={open} />;
}
