import { useQuery } from "@tanstack/react-query";
import { communeQuery } from "../../../app/answers.ts";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { standingOf, today } from "../committee/standing.ts";
import entries from "../report/entries.module.css";
import { CorrectionItem } from "./correction-item.tsx";
import { listShownCorrections } from "./shown-corrections.ts";

/** Every correction one may see, with its state and how fresh it is. */
export function CorrectionList({ view, board }: { readonly view: SpaceView; readonly board: Board }) {
  const { corrections: words } = useTexts();
  const { engine } = useServices();
  const { roles } = standingOf(view, board.key, today());
  const isReviewer = roles.has("moderator") || roles.has("steward");
  // Whoever accepts a correction sees it before a moderator shows it to everybody.
  const shown = listShownCorrections(view, { key: board.key, isModerator: isReviewer });
  // Every commune lists every type of facility by name.
  const first = shown.at(0)?.row ?? "";
  const { data } = useQuery({ ...communeQuery(engine.get, first), enabled: first !== "" });
  const labels = new Map(data?.facilities.map(({ type, label }) => [type, label]));
  return (
    <Section title={words.count(shown.length)}>
      {shown.length === 0 && <Notice text={words.none} />}
      <ul className={entries.list}>
        {shown.map((correction) => (
          <CorrectionItem
            key={correction.id}
            view={view}
            board={board}
            correction={correction}
            label={labels.get(correction.field) ?? null}
            isReviewer={isReviewer}
          />
        ))}
      </ul>
    </Section>
  );
}
