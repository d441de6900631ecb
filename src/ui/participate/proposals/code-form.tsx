import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { LONGEST_CODE } from "../../../core/contributions/checks.ts";
import type { Voucher } from "../../../core/contributions/statement.ts";
import { useServices, useTexts } from "../../services.tsx";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { useSupport } from "./use-support.ts";

interface CodeFormProps {
  readonly view: SpaceView;
  readonly ballot: string;
  readonly target: string;
  readonly label: string;
  readonly help: string;
  /** Whether it is what one is to do now. */
  readonly isMain: boolean;
  /** The voucher of a code, for a key. */
  ask(code: string, key: string): Promise<Voucher>;
}

/** A code one types to support. */
export function CodeForm({ view, ballot, target, label, help, isMain, ask }: CodeFormProps) {
  const { verification: words } = useTexts();
  const { contributions } = useServices();
  const [code, setCode] = useState("");
  const { isBusy, problem, support } = useSupport(view, ballot, target);
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { key } = contributions.getState();
        if (key !== null) void support(key, () => ask(code, key));
      }}
    >
      <TextField label={label} help={help} value={code} longest={LONGEST_CODE} onChange={setCode} />
      <div className={classes.actions}>
        <Button
          size="xs"
          variant={isMain ? "filled" : "default"}
          type="submit"
          disabled={code.trim() === ""}
          loading={isBusy}
        >
          {words.useCode}
        </Button>
      </div>
      <Fault text={problem} />
    </form>
  );
}
