import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, Contributions } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import { COLLEGES, type College } from "../../../core/contributions/record-types.ts";
import { formatTerritory } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { LONGEST } from "./members.ts";
import { addressOf } from "./space-name.ts";
import { today } from "./standing.ts";
import { takeUp } from "./take-up.ts";
import { useDeed } from "./use-deed.ts";

/** Begins a committee in plain steps: its name, its territory, its keys. */
export function CreateCommittee({ board, onClose }: { readonly board: Board; onClose(): void }) {
  const t = useTexts();
  const { contributions, store } = useServices();
  const territory = useQuestion((q) => q.territory);
  const participate = useQuestion((q) => q.participate);
  const { places } = usePlaces();
  const deed = useDeed();
  const [name, setName] = useState("");
  const [scope, setScope] = useState(formatTerritory(territory));
  const [college, setCollege] = useState<College | "">("");
  const [organisation, setOrganisation] = useState("");
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.create;
  const address = addressOf(name);
  const space = `committee:${address}`;
  const isTaken = board.spaces.some((one) => one.space === space);
  const fault = address === "" ? words.noName : isTaken ? words.taken : undefined;
  const create = async () => {
    setIsTried(true);
    if (fault !== undefined) return;
    const seat = college === "" ? null : { college, organisation: organisation.trim() };
    const labels = { founder: words.founderLabel(name.trim()), everyday: t.committee.key.everyday };
    const isDone = await deed.run(() => found(contributions, { space, name: name.trim(), scope, seat, labels }));
    if (isDone) store.ask({ participate: { ...participate, space, record: null } }, "push");
  };
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2 className={classes.subhead}>{words.title}</h2>
      <TextField
        label={words.name}
        value={name}
        longest={200}
        help={address === "" ? words.nameHelp : words.address(space)}
        fault={isTried ? fault : undefined}
        onChange={setName}
      />
      <ChoiceBox
        label={words.territory}
        value={scope}
        onChange={setScope}
        options={(places?.lineage(territory) ?? []).map((place) => ({
          value: formatTerritory(place),
          label: place.name,
        }))}
      />
      <ChoiceBox
        label={words.seat}
        value={college}
        onChange={(value) => setCollege(value as College | "")}
        options={[
          { value: "", label: words.noSeat },
          ...COLLEGES.map((value) => ({ value, label: t.committee.colleges[value] })),
        ]}
      />
      {college !== "" && (
        <TextField
          label={t.committee.enrol.organisation}
          longest={100}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      <p className={classes.help}>{words.keys}</p>
      <p className={classes.help}>{words.twoStewards}</p>
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.submit}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}

interface Founding {
  readonly space: string;
  readonly name: string;
  readonly scope: string;
  readonly seat: { readonly college: College; readonly organisation: string } | null;
  readonly labels: { readonly founder: string; readonly everyday: string };
}

/** A founding key signs the beginning and gives its powers to the key of every day: nobody can give powers to themselves. */
async function found(contributions: Contributions, { space, name, scope, seat, labels }: Founding): Promise<void> {
  const inUse = contributions.getState().key;
  const everyday = inUse ?? (await contributions.createIdentity(labels.everyday, true)).key;
  const founder = await contributions.createIdentity(labels.founder, true);
  await takeUp(contributions, founder.key);
  try {
    await contributions.createSpace(space, name, null);
    const day = today();
    const term = { notBefore: day, notAfter: addMonths(day, LONGEST.root) };
    await contributions.publish(space, {
      type: "grant",
      scope,
      body: { subject: everyday, role: "steward", ...term },
    });
    if (seat !== null) {
      const { college, organisation } = seat;
      const named = organisation === "" ? {} : { organisation };
      const body = { subject: everyday, role: "member" as const, ...term, college, ...named };
      await contributions.publish(space, { type: "grant", scope, body });
    }
  } finally {
    await takeUp(contributions, everyday);
  }
}
