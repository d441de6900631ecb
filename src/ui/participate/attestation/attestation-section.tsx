import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Attestation } from "../../../core/contributions/fold-attestations.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { AreaField } from "../committee/fields.tsx";
import { dayOf, type Standing } from "../committee/standing.ts";
import { useDeed } from "../committee/use-deed.ts";
import { AttestForm } from "./attest-form.tsx";
import { CheckAttestation } from "./check-attestation.tsx";

interface AttestationSectionProps {
  readonly view: SpaceView;
  readonly standing: Standing;
  readonly day: string;
}

/** Recognition of what members did: given, checked, withdrawn. */
export function AttestationSection({ view, standing, day }: AttestationSectionProps) {
  const t = useTexts();
  const words = t.attestation;
  const [isAttesting, setIsAttesting] = useState(false);
  const isSteward = standing.roles.has("steward");
  const given = view.state.attestations ?? [];
  return (
    <Section title={words.heading}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.intro}</p>
        {given.length > 0 && (
          <ul className={classes.list} aria-label={words.given}>
            {given.map((attestation) => (
              <Given key={attestation.id} attestation={attestation} view={view} isSteward={isSteward} />
            ))}
          </ul>
        )}
        {isAttesting && standing.key !== null && (
          <AttestForm view={view} issuer={standing.key} day={day} onClose={() => setIsAttesting(false)} />
        )}
        {!isAttesting && isSteward && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => setIsAttesting(true)}>
              {words.attest}
            </Button>
          </div>
        )}
        {!isSteward && <p className={classes.help}>{t.committee.obstacles["not-steward"]()}</p>}
        <CheckAttestation view={view} />
      </div>
    </Section>
  );
}

interface GivenProps {
  readonly attestation: Attestation;
  readonly view: SpaceView;
  readonly isSteward: boolean;
}

function Given({ attestation, view, isSteward }: GivenProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const deed = useDeed();
  const [reason, setReason] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const words = t.attestation;
  const { id, scope, commitment, revoked } = attestation;
  const name = commitment.slice(0, 8);
  const received = dayOf(view, id);
  const revoke = async (text: string) => {
    setIsTried(true);
    if (text.trim() === "") return;
    const body = { target: id, reason: text.trim() };
    const draft = { type: "attestation-revoke", scope, body, refs: [id] } as const;
    if (await deed.run(() => contributions.publish(view.space, draft))) setReason(null);
  };
  return (
    <li className={classes.row} data-attestation={revoked === null ? "valid" : "revoked"}>
      <span className={classes.grow}>{words.one(name, received === null ? "" : f.date(received))}</span>
      {revoked !== null && (
        <span className={classes.badge} data-tone="sand">
          {words.revoked}
        </span>
      )}
      {revoked === null && isSteward && reason === null && (
        <Button size="compact-xs" variant="default" aria-label={words.revokeOf(name)} onClick={() => setReason("")}>
          {words.revoke}
        </Button>
      )}
      {reason !== null && (
        <form
          className={`${classes.form} ${classes.grow}`}
          aria-label={words.revokeOf(name)}
          onSubmit={(event) => {
            event.preventDefault();
            void revoke(reason);
          }}
        >
          <AreaField
            label={t.committee.members.reason}
            value={reason}
            fault={isTried && reason.trim() === "" ? t.committee.members.noReason : undefined}
            onChange={setReason}
          />
          <div className={classes.actions}>
            <Button size="xs" type="submit" loading={deed.isBusy}>
              {words.revoke}
            </Button>
            <Button size="xs" variant="default" onClick={() => setReason(null)}>
              {t.committee.cancel}
            </Button>
          </div>
          <DeedProblem problem={deed.problem} />
        </form>
      )}
    </li>
  );
}
