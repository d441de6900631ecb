import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Grant } from "../../../core/contributions/authority.ts";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField } from "./fields.tsx";
import { signAs } from "./issuer.ts";
import { shortKey } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface RevokeFormProps {
  readonly grant: Grant;
  readonly view: SpaceView;
  readonly issuer: string | null;
  onClose(): void;
}

/** Ends a role, with its reason: what was done before stays. */
export function RevokeForm({ grant, view, issuer, onClose }: RevokeFormProps) {
  const { committee } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const words = committee.members;
  const end = async () => {
    setIsTried(true);
    if (reason.trim() === "" || issuer === null) return;
    const draft = { type: "revoke", scope: grant.scope, body: { grant: grant.id, reason: reason.trim() } } as const;
    const isDone = await deed.run(() =>
      signAs(contributions, issuer, () => contributions.publish(view.space, { ...draft, refs: [grant.id] })),
    );
    if (isDone) onClose();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.endOf(shortKey(grant.subject))}
      onSubmit={(event) => {
        event.preventDefault();
        void end();
      }}
    >
      <p className={classes.text}>{words.endMeans}</p>
      <AreaField
        label={words.reason}
        value={reason}
        fault={isTried && reason.trim() === "" ? words.noReason : undefined}
        onChange={setReason}
      />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.end}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
