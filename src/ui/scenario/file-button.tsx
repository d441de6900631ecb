import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { FailureError } from "../../core/failure.ts";
import { parseScenario, type Scenario } from "../../core/scenario/document.ts";
import { useFormats, useTexts } from "../services.tsx";
import { explainScenarioFailure } from "./explain-problem.ts";
import classes from "./scenario.module.css";

interface FileButtonProps {
  readonly label: string;
  /** What is said before the problem of a file that cannot be taken. */
  readonly failed: string;
  /** May throw a failure: it is said like those of the file itself. */
  onFile(scenario: Scenario, name: string): void;
}

/** Takes the file of a scenario; what is wrong with it is said, and nothing changes. */
export function FileButton({ label, failed, onFile }: FileButtonProps) {
  const t = useTexts();
  const f = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem("");
    try {
      onFile(parseScenario(await file.text(), file.name), file.name);
    } catch (error) {
      setProblem(error instanceof FailureError ? explainScenarioFailure(error, f, t) : t.failures.bug);
    }
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      {problem !== "" && (
        <div className={classes.problem} role="alert">
          <strong>{failed}</strong>
          <p>{problem}</p>
        </div>
      )}
    </>
  );
}
