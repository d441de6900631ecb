import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { RecordTypeName } from "../../../core/contributions/record-types.ts";
import { RULES } from "../../../core/contributions/rules.ts";
import { Notice } from "../../parts/notice.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { shortKey, standingOf, tenureOf, today } from "../committee/standing.ts";
import { takeUp } from "../committee/take-up.ts";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { useAct } from "./use-act.ts";

interface WriteGateProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly type: RecordTypeName;
  readonly children: ReactNode;
}

/** What one writes with: without a key it offers one; without a role it says who can give one, and lets one write all the same. */
export function WriteGate({ view, board, type, children }: WriteGateProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const act = useAct();
  const { key: keyWords, role } = t.proposals;
  if (board.key === null) {
    const create = () =>
      act.run(async () => {
        const made = await contributions.createIdentity(keyWords.label, true);
        await takeUp(contributions, made.key);
      });
    return (
      <div className={classes.form}>
        <p className={classes.help}>{keyWords.none}</p>
        <Fault text={act.problem} />
        <div className={classes.actions}>
          <Button size="xs" loading={act.isBusy} onClick={() => void create()}>
            {keyWords.create}
          </Button>
        </div>
      </div>
    );
  }
  const { roles } = standingOf(view, board.key, today());
  const needed = RULES[type];
  const isAllowed = typeof needed === "string" || (needed?.some((one) => roles.has(one)) ?? false);
  const stewards = new Set(
    view.state.grants
      .filter((grant) => grant.role === "steward" && tenureOf(grant, today()) === "current")
      .map(({ organisation, subject }) => organisation ?? shortKey(subject)),
  );
  return (
    <>
      {!isAllowed && <Notice text={role.none(stewards.size === 0 ? role.nobody : f.list(Array.from(stewards)))} />}
      {children}
    </>
  );
}
