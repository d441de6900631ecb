import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { bodyOf, today } from "../committee/standing.ts";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { bucketOf } from "./bucket.ts";
import type { Proposal } from "./list-proposals.ts";
import { findOwnSupport, listBallots } from "./supports.ts";
import { useAct } from "./use-act.ts";
import { VerifyBox } from "./verify-box.tsx";
import { WriteGate } from "./write-gate.tsx";

interface SupportBoxProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly proposal: Proposal;
}

/** Who stands behind a proposal in a consultation, each level of verification apart, and how to. */
export function SupportBox({ view, board, proposal }: SupportBoxProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.proposals.support;
  const day = today();
  const ballots = listBallots(view.state, proposal.scope, proposal.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const ballot =
    ballots.find(({ id }) => id === chosen) ??
    ballots.find(({ closes, opens }) => opens <= day && day <= closes) ??
    ballots.at(0);
  if (view.space === "public") return <Empty text={words.publicSpace} />;
  if (ballot === undefined) return <Empty text={words.noBallot} />;
  const isOpen = ballot.opens <= day && day <= ballot.closes;
  const countOf = (level: "L0" | "L1" | "L2" | "L3") =>
    view.state.supports.find((one) => one.ballot === ballot.id && one.target === proposal.id && one.level === level)
      ?.count ?? 0;
  return (
    <Section title={words.title}>
      {ballots.length > 1 && (
        <ChoiceBox
          label={words.ballot}
          value={ballot.id}
          options={ballots.map(({ id, closes }) => ({
            value: id,
            label: words.ballotOpen(bodyOf(view, id, "consultation")?.question ?? id, f.date(closes)),
          }))}
          onChange={setChosen}
        />
      )}
      <p className={classes.help}>
        {words.ballotOpen(bodyOf(view, ballot.id, "consultation")?.question ?? ballot.id, f.date(ballot.closes))}
      </p>
      <dl className={classes.facts} data-supports>
        {(["L3", "L2", "L1"] as const).map((level) => (
          <Level key={level} name={words.levels[level]} value={f.integer(countOf(level))} />
        ))}
        <Level name={words.levels.L0} value={words.buckets[bucketOf(countOf("L0"))]} />
      </dl>
      {isOpen ? (
        <WriteGate view={view} board={board} type="support">
          <Give view={view} board={board} proposal={proposal} ballot={ballot.id} />
        </WriteGate>
      ) : (
        <p className={classes.help}>{t.report.refusals.closed}</p>
      )}
    </Section>
  );
}

function Empty({ text }: { readonly text: string }) {
  const { proposals } = useTexts();
  return (
    <Section title={proposals.support.title}>
      <p className={classes.help}>{text}</p>
    </Section>
  );
}

function Level({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Give({ view, board, proposal, ballot }: SupportBoxProps & { readonly ballot: string }) {
  const { proposals, verification } = useTexts();
  const { contributions } = useServices();
  const act = useAct();
  const words = proposals.support;
  const own = findOwnSupport(view, ballot, board.key);
  const isGiven = own?.target === proposal.id;
  // A relay counts nobody it has not verified; in a space exchanged by files there is nobody to do so.
  if (view.relay !== null && own?.voucher === undefined) {
    return (
      <div className={classes.stack}>
        <VerifyBox view={view} proposal={proposal} ballot={ballot} />
        <p className={classes.help}>{words.once}</p>
      </div>
    );
  }
  const say = (value: boolean, voucher = own?.voucher) => {
    const body = { ballot, target: proposal.id, value, ...(voucher === undefined ? {} : { voucher }) };
    return act.run(
      () => contributions.publish(view.space, { type: "support", scope: proposal.scope, body }),
      value ? words.done : words.undone,
    );
  };
  return (
    <div className={classes.stack}>
      <div role="status">{isGiven && <p className={classes.good}>{words.given}</p>}</div>
      {own?.voucher !== undefined && <p className={classes.help}>{verification.verified[own.voucher.level]}</p>}
      <div className={classes.actions}>
        <Button
          size="xs"
          variant={isGiven ? "default" : "filled"}
          loading={act.isBusy}
          onClick={() => void say(!isGiven)}
        >
          {isGiven ? words.withdraw : words.give}
        </Button>
      </div>
      <p className={classes.help}>{words.once}</p>
      <Fault text={act.problem} />
    </div>
  );
}
