import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../../../app/contributions/board.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { Section } from "../../parts/section.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { ImportKey } from "./import-key.tsx";
import { KeyRow } from "./key-row.tsx";

/** The keys of this browser: made, used, shown, saved, taken back, forgotten. */
export function KeysSection({ board }: { readonly board: Board }) {
  const { records } = useTexts();
  const words = records.keys;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {board.identities.length === 0 && <p className={classes.text}>{words.none}</p>}
        <ul className={classes.list}>
          {board.identities.map((identity) => (
            <KeyRow key={identity.key} identity={identity} isInUse={identity.key === board.key} />
          ))}
        </ul>
        <Disclosure title={words.create} isOpen={board.identities.length === 0}>
          <CreateKey />
        </Disclosure>
        <Disclosure title={words.import}>
          <ImportKey />
        </Disclosure>
      </div>
    </Section>
  );
}

function CreateKey() {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [label, setLabel] = useState("");
  const [isExportable, setIsExportable] = useState(true);
  const words = records.keys;
  const create = async () => {
    const isDone = await deed.run(() => contributions.createIdentity(label.trim() || words.defaultLabel, isExportable));
    if (!isDone) return;
    setLabel("");
    toast({ title: words.create });
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextField label={words.label} longest={60} value={label} onChange={setLabel} />
      <label className={classes.actions}>
        <input
          type="checkbox"
          checked={isExportable}
          onChange={({ currentTarget }) => setIsExportable(currentTarget.checked)}
        />
        <span className={classes.text}>{words.exportable}</span>
      </label>
      <p className={classes.help}>{words.exportableHelp}</p>
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.create}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
