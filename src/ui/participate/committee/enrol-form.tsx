import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import { COLLEGES, type College } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { TerritoryName } from "./committee-list.tsx";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { findIssuer, signAs } from "./issuer.ts";
import { type Enrolment, findEnrolmentFaults, MEMBER_ROLES, type MemberRole } from "./members.ts";
import { ScanKey } from "./scan-key.tsx";
import { shortKey, tenureOf, territoryOf } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface EnrolFormProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly day: string;
  onClose(): void;
}

/** Gives a role to a key: what is given is named in full before it is signed. */
export function EnrolForm({ view, board, day, onClose }: EnrolFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [draft, setDraft] = useState<Enrolment>({
    key: "",
    role: "member",
    college: "users",
    organisation: "",
    notBefore: day,
    notAfter: addMonths(day, 12),
    succeeds: "",
  });
  const [step, setStep] = useState<"fill" | "tried" | "confirm">("fill");
  const words = t.committee.enrol;
  const scope = territoryOf(view);
  const issuer = findIssuer(view, board, draft.role, day);
  const isRoot = issuer !== null && view.state.roots.includes(issuer);
  const faults = findEnrolmentFaults(draft, { key: issuer, isRoot }, view.state, day);
  const set = (part: Partial<Enrolment>) => setDraft({ ...draft, ...part });
  const faultOf = (field: "key" | "notAfter") => {
    const fault = step === "fill" ? undefined : faults.get(field);
    return fault && words.faults[fault];
  };
  const sign = async () => {
    if (issuer === null || faults.size > 0) return;
    const { key, role, college, organisation, notBefore, notAfter, succeeds } = draft;
    const body = {
      subject: key,
      role,
      notBefore,
      notAfter,
      ...(role === "member" ? { college } : {}),
      ...(organisation.trim() === "" ? {} : { organisation: organisation.trim() }),
      ...(succeeds === "" ? {} : { succeeds }),
    };
    const isDone = await deed.run(() =>
      signAs(contributions, issuer, () => contributions.publish(view.space, { type: "grant", scope, body })),
    );
    if (isDone) onClose();
  };
  if (step === "confirm") {
    return (
      <section className={classes.form} aria-label={words.confirmTitle}>
        <h3 className={classes.subhead}>{words.confirmTitle}</h3>
        <Given draft={draft} scope={scope} />
        <p className={classes.help}>{words.means[draft.role]}</p>
        <div className={classes.actions}>
          <Button size="xs" loading={deed.isBusy} onClick={() => void sign()}>
            {words.sign}
          </Button>
          <Button size="xs" variant="default" onClick={() => setStep("tried")}>
            {words.back}
          </Button>
        </div>
        <DeedProblem problem={deed.problem} />
      </section>
    );
  }
  const lost = view.state.grants.filter((one) => one.role === draft.role && tenureOf(one, day) !== "coming");
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStep(faults.size === 0 && issuer !== null ? "confirm" : "tried");
      }}
    >
      <p className={classes.help}>{words.help}</p>
      <TextField
        label={words.key}
        value={draft.key}
        longest={60}
        fault={faultOf("key")}
        onChange={(text) => set({ key: text.trim() })}
      />
      <ScanKey onRead={(text) => set({ key: text.trim() })} />
      <ChoiceBox
        label={words.role}
        value={draft.role}
        onChange={(value) => set({ role: value as MemberRole, succeeds: "" })}
        options={MEMBER_ROLES.map((value) => ({ value, label: t.committee.roles[value] }))}
      />
      <p className={classes.help}>{words.means[draft.role]}</p>
      {draft.role === "member" && (
        <ChoiceBox
          label={words.college}
          value={draft.college}
          onChange={(value) => set({ college: value as College })}
          options={COLLEGES.map((value) => ({ value, label: t.committee.colleges[value] }))}
        />
      )}
      <TextField
        label={words.organisation}
        help={words.organisationHelp}
        longest={100}
        value={draft.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <TextField
        label={words.until}
        type="date"
        min={day}
        value={draft.notAfter}
        fault={faultOf("notAfter")}
        onChange={(notAfter) => set({ notAfter })}
      />
      {lost.length > 0 && (
        <ChoiceBox
          label={words.succeeds}
          value={draft.succeeds}
          onChange={(succeeds) => set({ succeeds })}
          options={[
            { value: "", label: words.noOne },
            ...lost.map((one) => ({
              value: one.id,
              label: `${one.organisation ?? ""} ${shortKey(one.subject)}`.trim(),
            })),
          ]}
        />
      )}
      {issuer === null && <p className={classes.fault}>{words.noIssuer}</p>}
      <div className={classes.actions}>
        <Button size="xs" type="submit">
          {words.check}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Exactly what is given, to whom, for where and until when. */
function Given({ draft, scope }: { readonly draft: Enrolment; readonly scope: string }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.committee.enrol;
  const { role, college, key, organisation, notBefore, notAfter, succeeds } = draft;
  return (
    <dl className={classes.list}>
      <div className={classes.row}>
        <dt>{words.given.key}</dt>
        <dd>
          <code className={classes.code}>{key}</code>
        </dd>
      </div>
      <div className={classes.row}>
        <dt>{words.given.role}</dt>
        <dd>{role === "member" ? t.committee.memberOf(t.committee.colleges[college]) : t.committee.roles[role]}</dd>
      </div>
      <div className={classes.row}>
        <dt>{words.given.organisation}</dt>
        <dd>{organisation.trim() || t.committee.members.noOrganisation}</dd>
      </div>
      <div className={classes.row}>
        <dt>{words.given.territory}</dt>
        <dd>
          <TerritoryName scope={scope} />
        </dd>
      </div>
      <div className={classes.row}>
        <dt>{words.given.term}</dt>
        <dd>{words.given.days(f.date(notBefore), f.date(notAfter))}</dd>
      </div>
      {succeeds !== "" && (
        <div className={classes.row}>
          <dt>{words.given.succeeds}</dt>
          <dd>{shortKey(succeeds)}</dd>
        </div>
      )}
    </dl>
  );
}
