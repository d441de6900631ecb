import { Button } from "@mantine/core";
import { useState } from "react";
import type { Identity } from "../../../app/contributions/board.ts";
import { SHORTEST_PASSPHRASE } from "../../../app/contributions/passphrase.ts";
import { saveFile } from "../../parts/download-file.ts";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { PassphraseField } from "./passphrase-field.tsx";

/** Writes the secret half of a key to a file, under a passphrase typed twice. */
export function ExportKey({ identity: { key } }: { readonly identity: Identity }) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [phrase, setPhrase] = useState("");
  const [again, setAgain] = useState("");
  const [isTried, setIsTried] = useState(false);
  const words = records.keys;
  const isShort = Array.from(phrase).length < SHORTEST_PASSPHRASE;
  const save = async () => {
    setIsTried(true);
    if (isShort || phrase !== again) return;
    const isDone = await deed.run(async () =>
      saveFile(`oasis-cle-${key.slice(0, 8)}.json`, await contributions.exportIdentity(key, phrase)),
    );
    if (!isDone) return;
    setPhrase("");
    setAgain("");
    setIsTried(false);
    toast({ title: words.exported });
  };
  return (
    <form
      className={classes.form}
      aria-label={words.export}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PassphraseField
        label={words.passphrase}
        help={words.passphraseHelp}
        fault={isTried && isShort ? words.short : undefined}
        value={phrase}
        isNew
        onChange={setPhrase}
      />
      <PassphraseField
        label={words.again}
        fault={isTried && !isShort && phrase !== again ? words.differs : undefined}
        value={again}
        isNew
        onChange={setAgain}
      />
      <div className={classes.actions}>
        <Button size="xs" variant="default" type="submit" loading={deed.isBusy}>
          {words.export}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
