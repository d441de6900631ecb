import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import { scope as isScope } from "../../../core/contributions/checks.ts";
import { COLLEGES, type College, ROLES, type Role } from "../../../core/contributions/record-types.ts";
import { parseTerritory } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { findIssuer, signAs } from "../committee/issuer.ts";
import { findEnrolmentFaults, type MemberRole } from "../committee/members.ts";
import { territoryOf } from "../committee/standing.ts";
import { useDeed } from "../committee/use-deed.ts";

interface GrantFormProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly day: string;
  onClose(): void;
}

/** Gives a role: to whom, which, for where and until when is said in full before it is signed. */
export function GrantForm({ view, board, day, onClose }: GrantFormProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const { places } = usePlaces();
  const deed = useDeed();
  const [key, setKey] = useState("");
  const [role, setRole] = useState<Role>("citizen");
  const [college, setCollege] = useState<College>("users");
  const [scope, setScope] = useState(() => territoryOf(view));
  const [notAfter, setNotAfter] = useState(() => addMonths(day, 12));
  const [step, setStep] = useState<"fill" | "tried" | "confirm">("fill");
  const words = t.records.roles;
  const issuer = findIssuer(view, board, role, day);
  const isRoot = issuer !== null && view.state.roots.includes(issuer);
  const draft = { key, role: role as MemberRole, college, organisation: "", notBefore: day, notAfter, succeeds: "" };
  const faults = findEnrolmentFaults(draft, { key: issuer, isRoot }, { grants: [] }, day);
  const place = isScope(scope) ? places?.find(parseTerritory(scope)) : undefined;
  const isPlace = isScope(scope) && (places === undefined || place !== undefined);
  const faultOf = (field: "key" | "notAfter") => {
    const fault = step === "fill" ? undefined : faults.get(field);
    return fault && t.committee.enrol.faults[fault];
  };
  const isSound = issuer !== null && faults.size === 0 && isPlace;
  const sign = async () => {
    if (!isSound) return;
    const body = { subject: key, role, notBefore: day, notAfter, ...(role === "member" ? { college } : {}) };
    const isDone = await deed.run(() =>
      signAs(contributions, issuer, () => contributions.publish(view.space, { type: "grant", scope, body })),
    );
    if (isDone) onClose();
  };
  const named = role === "member" ? `${words.names[role]} (${t.committee.colleges[college]})` : words.names[role];
  if (step === "confirm") {
    return (
      <section className={classes.form} aria-label={words.confirmTitle}>
        <h3 className={classes.subhead}>{words.confirmTitle}</h3>
        <p className={classes.text}>{words.confirm(named, key, place?.name ?? scope, f.date(day), f.date(notAfter))}</p>
        <div className={classes.actions}>
          <Button size="xs" loading={deed.isBusy} onClick={() => void sign()}>
            {words.sign}
          </Button>
          <Button size="xs" variant="default" onClick={() => setStep("tried")}>
            {t.records.cancel}
          </Button>
        </div>
        <DeedProblem problem={deed.problem} />
      </section>
    );
  }
  return (
    <form
      className={classes.form}
      aria-label={words.grant}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStep(isSound ? "confirm" : "tried");
      }}
    >
      <TextField
        label={words.key}
        longest={60}
        value={key}
        fault={faultOf("key")}
        onChange={(text) => setKey(text.trim())}
      />
      <ChoiceBox
        label={words.role}
        value={role}
        options={ROLES.map((value) => ({ value, label: words.names[value] }))}
        onChange={(value) => setRole(value as Role)}
      />
      {role === "member" && (
        <ChoiceBox
          label={words.college}
          value={college}
          options={COLLEGES.map((value) => ({ value, label: t.committee.colleges[value] }))}
          onChange={(value) => setCollege(value as College)}
        />
      )}
      <TextField
        label={words.scope}
        help={place?.name ?? words.scopeHelp}
        longest={30}
        value={scope}
        fault={isPlace ? undefined : words.wrongScope}
        onChange={(text) => setScope(text.trim())}
      />
      <TextField
        label={words.lastDay}
        type="date"
        min={day}
        value={notAfter}
        fault={faultOf("notAfter")}
        onChange={setNotAfter}
      />
      {issuer === null && <p className={classes.fault}>{words.cannot}</p>}
      <div className={classes.actions}>
        <Button size="xs" type="submit">
          {words.check}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.records.cancel}
        </Button>
      </div>
    </form>
  );
}
