import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../../../app/contributions/board.ts";
import { space as isSpace } from "../../../core/contributions/checks.ts";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { useDeed } from "../committee/use-deed.ts";

const LONGEST_ADDRESS = 200;

interface CreateSpaceProps {
  readonly board: Board;
  onCreated(space: string): void;
}

/** Begins a register with the key in use, on a relay or by files. */
export function CreateSpace({ board, onCreated }: CreateSpaceProps) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [relay, setRelay] = useState("");
  const [isTried, setIsTried] = useState(false);
  const words = records.spaces;
  const isSound = isSpace(address) && !address.startsWith("intake:");
  const isKnown = board.spaces.some(({ space }) => space === address);
  const create = async () => {
    setIsTried(true);
    if (name.trim() === "" || !isSound || isKnown) return;
    if (!(await deed.run(() => contributions.createSpace(address, name.trim(), relay.trim() || null)))) return;
    toast({ title: words.created });
    onCreated(address);
  };
  return (
    <form
      className={classes.form}
      aria-label={words.create}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextField
        label={words.name}
        longest={200}
        value={name}
        fault={isTried && name.trim() === "" ? words.noName : undefined}
        onChange={setName}
      />
      <TextField
        label={words.address}
        help={words.addressHelp}
        longest={60}
        value={address}
        fault={isTried && !isSound ? words.wrongAddress : isKnown ? records.problems.known : undefined}
        onChange={(text) => setAddress(text.trim())}
      />
      <TextField
        label={words.relay}
        help={words.relayHelp}
        longest={LONGEST_ADDRESS}
        value={relay}
        onChange={setRelay}
      />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.create}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
