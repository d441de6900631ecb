import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { PassphraseField } from "./passphrase-field.tsx";

/** Takes a key back from the file it was saved to. */
export function ImportKey() {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [phrase, setPhrase] = useState("");
  const [label, setLabel] = useState("");
  const words = records.keys;
  const take = async () => {
    if (file === null) return;
    const name = label.trim() || words.defaultLabel;
    if (!(await deed.run(() => contributions.importIdentity(file, phrase, name)))) return;
    setPhrase("");
    setLabel("");
    toast({ title: words.imported });
  };
  return (
    <form
      className={classes.form}
      aria-label={words.import}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div>
        <label className={classes.text} htmlFor={id}>
          {words.importFile}
        </label>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
        />
      </div>
      <PassphraseField label={words.passphrase} value={phrase} isNew={false} onChange={setPhrase} />
      <TextField label={words.label} longest={60} value={label} onChange={setLabel} />
      <div className={classes.actions}>
        <Button size="xs" type="submit" disabled={file === null} loading={deed.isBusy}>
          {words.importSubmit}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
