import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { formatQuestion } from "../../../app/question.ts";
import { FRANCE } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useFormats, useQuestion, useTexts } from "../../services.tsx";
import { usePlace, usePlaces } from "../../use-answers.ts";
import entries from "../report/entries.module.css";
import classes from "../report/forms.module.css";
import { nameScope } from "../report/report-words.ts";
import { describeAuthor } from "./author-words.ts";
import { isWithin, type Proposal, sortProposals } from "./list-proposals.ts";
import { ProposalForm } from "./proposal-form.tsx";
import { PROPOSAL_KINDS } from "./proposal-kinds.ts";
import { StateTag } from "./state-tag.tsx";
import { WriteGate } from "./write-gate.tsx";

interface ProposalListProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly proposals: readonly Proposal[];
  onOpen(id: string): void;
}

/** Everything proposed, filtered and in an order one chooses; how to add to it. */
export function ProposalList({ view, board, proposals, onOpen }: ProposalListProps) {
  const t = useTexts();
  const f = useFormats();
  const place = usePlace();
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  const [kind, setKind] = useState("");
  const [order, setOrder] = useState<"recent" | "verified">("recent");
  const [isHere, setHere] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const words = t.proposals;
  const kept = proposals.filter(
    (one) => (kind === "" || one.kind === kind) && isWithin(one.scope, isHere ? territory : FRANCE, places),
  );
  const ranks = new Map(proposals.map(({ id }, k) => [id, k + 1]));
  return (
    <div className={classes.part}>
      <div>
        <h1 className={classes.title}>{words.title}</h1>
        <p className={classes.lead}>{words.subtitle(view.name)}</p>
      </div>
      {isWriting ? (
        <WriteGate view={view} board={board} type="proposal">
          <ProposalForm view={view} onDone={() => setWriting(false)} />
        </WriteGate>
      ) : (
        <Button onClick={() => setWriting(true)}>{words.create}</Button>
      )}
      {proposals.length === 0 && <Notice text={words.none} />}
      {proposals.length > 0 && (
        <>
          <div className={classes.pair}>
            <ChoiceBox
              label={words.kind}
              value={kind}
              options={[
                { value: "", label: words.allKinds },
                ...PROPOSAL_KINDS.map((value) => ({ value, label: words.kinds[value] })),
              ]}
              onChange={setKind}
            />
            <ChoiceBox
              label={words.where}
              value={isHere ? "here" : "everywhere"}
              options={[
                { value: "everywhere", label: words.everywhere },
                { value: "here", label: place?.name ?? "" },
              ]}
              onChange={(value) => setHere(value === "here")}
            />
          </div>
          <ChoiceBox
            label={words.sort}
            value={order}
            options={(["recent", "verified"] as const).map((value) => ({ value, label: words.sorts[value] }))}
            onChange={(value) => setOrder(value as "recent" | "verified")}
          />
          <p className={classes.help} role="status">
            {kept.length === 0 ? words.noneFiltered : words.count(kept.length)}
          </p>
          <ul className={entries.list}>
            {sortProposals(kept, order).map((proposal) => (
              <li key={proposal.id} className={entries.item}>
                <div className={entries.head}>
                  <h2 className={entries.name}>
                    <ProposalLink proposal={proposal} view={view} rank={ranks.get(proposal.id) ?? 0} onOpen={onOpen} />
                  </h2>
                  <span className={entries.tag}>{words.kinds[proposal.kind]}</span>
                </div>
                <p className={entries.meta}>
                  {[
                    nameScope(proposal.scope, places),
                    describeAuthor(view, proposal.author, board.key, t),
                    ...(proposal.day === null ? [] : [words.on(f.date(proposal.day))]),
                    words.support.verified(f.integer(proposal.verified)),
                    words.comments.title(proposal.comments.length),
                  ].join(" · ")}
                </p>
                <StateTag state={proposal.state} />
              </li>
            ))}
          </ul>
          <p className={classes.help}>{words.sortHelp}</p>
        </>
      )}
    </div>
  );
}

interface ProposalLinkProps {
  readonly proposal: Proposal;
  readonly view: SpaceView;
  /** Its number on the map. */
  readonly rank: number;
  onOpen(id: string): void;
}

function ProposalLink({ proposal: { id, title }, view, rank, onOpen }: ProposalLinkProps) {
  const { proposals: words } = useTexts();
  const question = useQuestion((q) => q);
  const participate = { ...question.participate, space: view.space, record: id };
  return (
    <a
      className={entries.link}
      href={formatQuestion({ ...question, participate }) || "?"}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(id);
      }}
    >
      {`${rank}. ${title === "" ? words.hiddenText : title}`}
    </a>
  );
}
