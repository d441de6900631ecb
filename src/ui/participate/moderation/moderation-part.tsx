import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { useTexts } from "../../services.tsx";
import { standingOf, today } from "../committee/standing.ts";
import { SpaceGate } from "../proposals/space-gate.tsx";
import classes from "../report/forms.module.css";
import { ActsSection } from "./acts-section.tsx";
import { AppealsSection } from "./appeals-section.tsx";
import { IntakeSection } from "./intake-section.tsx";
import { TextsSection } from "./texts-section.tsx";

/** What waits to be read, what was decided and why: moderators act, everybody sees. */
export function ModerationPart() {
  const { moderation: words } = useTexts();
  return (
    <SpaceGate title={words.title}>
      {(view, board) => <Moderation key={view.space} view={view} board={board} />}
    </SpaceGate>
  );
}

function Moderation({ view, board }: { readonly view: SpaceView; readonly board: Board }) {
  const { moderation: words } = useTexts();
  const isModerator = standingOf(view, board.key, today()).roles.has("moderator");
  return (
    <div className={classes.part}>
      <div>
        <h1 className={classes.title}>{words.title}</h1>
        <p className={classes.lead}>{words.subtitle(view.name)}</p>
      </div>
      {isModerator ? <p className={classes.help}>{words.never}</p> : <Notice text={words.notModerator} />}
      {isModerator && <IntakeSection view={view} />}
      <AppealsSection view={view} board={board} isModerator={isModerator} />
      <TextsSection view={view} board={board} isModerator={isModerator} />
      <ActsSection view={view} board={board} />
    </div>
  );
}
