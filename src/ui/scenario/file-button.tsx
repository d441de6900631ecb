import { useState } from "react";
import { FailureError } from "../../core/failure.ts";
import { parseScenario, type Scenario } from "../../core/scenario/document.ts";
import { PickFile } from "../parts/pick-file.tsx";
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
  const [problem, setProblem] = useState("");
  const take = async (file: File) => {
    setProblem("");
    try {
      onFile(parseScenario(await file.text(), file.name), file.name);
    } catch (error) {
      setProblem(error instanceof FailureError ? explainScenarioFailure(error, f, t) : t.failures.bug);
    }
  };
  return (
    <>
      <PickFile label={label} accept=".json,application/json" onFile={take} />
      {problem !== "" && (
        <div className={classes.problem} role="alert">
          <strong>{failed}</strong>
          <p>{problem}</p>
        </div>
      )}
    </>
  );
}
