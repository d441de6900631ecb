import type { Board } from "../../../app/contributions/board.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { TextField } from "./fields.tsx";

const LONGEST_ADDRESS = 200;

/** Where a committee begins on a relay, and the key the relay lets begin it; empty: none. */
export interface RelayDraft {
  readonly address: string;
  readonly founder: string;
}

interface RelayFieldsProps {
  readonly board: Board;
  readonly space: string;
  readonly value: RelayDraft;
  readonly isTried: boolean;
  onChange(value: RelayDraft): void;
}

/** A relay serves the spaces its operator lists, begun by the key they wrote down: both are said, to be sent to them first. */
export function RelayFields({ board, space, value, isTried, onChange }: RelayFieldsProps) {
  const { committee } = useTexts();
  const words = committee.create;
  const { address, founder } = value;
  return (
    <>
      <TextField
        label={words.relay}
        longest={LONGEST_ADDRESS}
        value={address}
        fault={isTried && address.trim() === "" ? words.noRelay : undefined}
        onChange={(text) => onChange({ ...value, address: text })}
      />
      {board.identities.length === 0 ? (
        <p className={classes.help}>{words.noFounder}</p>
      ) : (
        <ChoiceBox
          label={words.founder}
          value={founder}
          onChange={(key) => onChange({ ...value, founder: key })}
          options={board.identities.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      <p className={classes.help}>{words.relayHelp(space, founder)}</p>
      <p className={classes.help}>{words.relayKeys}</p>
    </>
  );
}
