import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { encodeBase64url } from "../../../core/contributions/base64url.ts";
import {
  type AttestationDocument,
  type AttestationFile,
  commitmentOf,
  formatAttestation,
} from "../../../core/participation/attestation.ts";
import { saveFile } from "../../parts/download-file.ts";
import { useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { territoryOf } from "../committee/standing.ts";
import { useDeed } from "../committee/use-deed.ts";
import { findMissionFaults, type MissionDraft, NEW_MISSION, readMission } from "./attestation-draft.ts";
import { AttestationSheet } from "./attestation-sheet.tsx";

interface AttestFormProps {
  readonly view: SpaceView;
  readonly issuer: string;
  readonly day: string;
  onClose(): void;
}

/** Attests what somebody did, facts alone: the register keeps a hash, the person keeps the file. */
export function AttestForm({ view, issuer, day, onClose }: AttestFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [person, setPerson] = useState("");
  const [missions, setMissions] = useState<readonly MissionDraft[]>([NEW_MISSION]);
  const [isTried, setIsTried] = useState(false);
  const [made, setMade] = useState<AttestationFile | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const words = t.attestation;
  const read = missions.map(readMission);
  const sign = async () => {
    setIsTried(true);
    if (person.trim() === "" || read.some((mission) => mission === null)) return;
    await deed.run(async () => {
      const document: AttestationDocument = {
        format: "oasis-attestation",
        version: 1,
        space: view.space,
        genesis: view.genesis,
        committee: view.name,
        scope: territoryOf(view),
        person: person.trim().normalize("NFC"),
        missions: read.flatMap((mission) => (mission === null ? [] : [mission])),
        issued: day,
        issuer,
        salt: encodeBase64url(crypto.getRandomValues(new Uint8Array(16))),
      };
      const file = await contributions.attest(document);
      const body = { commitment: commitmentOf(document) };
      await contributions.publish(view.space, { type: "attestation", scope: document.scope, body });
      setMade(file);
      save(file);
    });
  };
  if (made !== null) {
    return (
      <section className={classes.form} aria-label={words.made}>
        <h3 className={classes.subhead}>{words.made}</h3>
        <p className={classes.text}>{words.handOver}</p>
        <div className={classes.actions}>
          <Button size="xs" onClick={() => setIsPrinting(true)}>
            {words.print}
          </Button>
          <Button size="xs" variant="default" onClick={() => save(made)}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t.common.close}
          </Button>
        </div>
        {isPrinting && <AttestationSheet file={made} onDone={() => setIsPrinting(false)} />}
      </section>
    );
  }
  return (
    <form
      className={classes.form}
      aria-label={words.attest}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <p className={classes.help}>{words.facts}</p>
      <TextField
        label={words.person}
        help={words.personHelp}
        longest={200}
        value={person}
        fault={isTried && person.trim() === "" ? words.faults.empty : undefined}
        onChange={setPerson}
      />
      {missions.map((mission, k) => (
        <MissionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a mission is known by its rank alone
          key={k}
          rank={k + 1}
          mission={mission}
          isTried={isTried}
          onChange={(changed) => setMissions(missions.map((one, i) => (i === k ? changed : one)))}
        />
      ))}
      <div className={classes.actions}>
        <Button size="compact-xs" variant="default" onClick={() => setMissions([...missions, NEW_MISSION])}>
          {words.addMission}
        </Button>
      </div>
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.sign}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}

interface MissionFieldsProps {
  readonly rank: number;
  readonly mission: MissionDraft;
  readonly isTried: boolean;
  onChange(mission: MissionDraft): void;
}

function MissionFields({ rank, mission, isTried, onChange }: MissionFieldsProps) {
  const { attestation: words } = useTexts();
  const faults = findMissionFaults(mission);
  const field = (name: keyof MissionDraft) => {
    const fault = isTried ? faults.get(name) : undefined;
    return {
      value: mission[name],
      fault: fault && words.faults[fault],
      onChange: (text: string) => onChange({ ...mission, [name]: text }),
    };
  };
  return (
    <fieldset className={`${classes.stack} ${classes.bare}`}>
      <legend className={classes.legend}>{words.mission(rank)}</legend>
      <TextField label={words.title} longest={200} {...field("title")} />
      <div className={classes.pair}>
        <TextField label={words.from} type="date" {...field("from")} />
        <TextField label={words.to} type="date" {...field("to")} />
        <TextField label={words.declared} type="number" {...field("declared")} />
        <TextField label={words.confirmed} type="number" {...field("confirmed")} />
      </div>
    </fieldset>
  );
}

function save(file: AttestationFile): void {
  const name = `oasis-attestation-${file.document.issued}-${commitmentOf(file.document).slice(0, 8)}.json`;
  saveFile(name, new Blob([formatAttestation(file)], { type: "application/json" }));
}
