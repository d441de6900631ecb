import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import { type NamedComparison, scenariosQuery } from "../../app/scenario-effects.ts";
import { type Board, scenarioOf } from "../../app/scenarios.ts";
import { FailureError } from "../../core/failure.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { useJob } from "../use-job.ts";
import { ComparedTable } from "./compared-table.tsx";
import { explainScenarioFailure } from "./explain-problem.ts";
import classes from "./scenario.module.css";
import { isAbout } from "./use-scenario.ts";

const MOST = 4;

/** Two to four scenarios of the territory and series on screen, side by side. */
export function ScenarioComparison({ board, reading }: { readonly board: Board; readonly reading: Reading }) {
  const t = useTexts();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const asked = { territory: reading.answer.question.territory, series: reading.series };
  const alike = board.works.filter(({ document }) => isAbout(document, asked));
  const chosen = alike.filter(({ id }) => picked.includes(id));
  const words = t.scenario.compare;
  if (alike.length < 2) return null;
  return (
    <Disclosure title={words.title}>
      <div className={classes.changes}>
        <p className={classes.help}>{words.help}</p>
        {alike.map(({ id, document }) => (
          <Checkbox
            key={id}
            size="sm"
            label={document.title}
            aria-label={words.pick(document.title)}
            checked={picked.includes(id)}
            disabled={!picked.includes(id) && chosen.length >= MOST}
            onChange={({ currentTarget }) =>
              setPicked(
                currentTarget.checked ? [...chosen.map((work) => work.id), id] : picked.filter((one) => one !== id),
              )
            }
          />
        ))}
        {chosen.length >= 2 && (
          <SideBySide
            openId={board.currentId}
            asked={chosen.map((work) => ({
              id: work.id,
              scenario: { ...scenarioOf(work), threshold: reading.threshold },
            }))}
          />
        )}
      </div>
    </Disclosure>
  );
}

interface SideBySideProps {
  readonly asked: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly openId: string | null;
}

function SideBySide({ asked, openId }: SideBySideProps) {
  const t = useTexts();
  const f = useFormats();
  const { engine, roads } = useServices();
  const times = useStore(roads, ({ version }) => version);
  const basis = useQuestion((q) => q.basis);
  const job = useJob<NamedComparison>((onProgress) => scenariosQuery(engine.get, asked, times, onProgress, basis));
  const { error } = job;
  if (error instanceof FailureError && error.failure.code === "bad-input") {
    return (
      <p className={classes.problem} role="alert">
        {explainScenarioFailure(error, f, t)}
      </p>
    );
  }
  return (
    <>
      <JobStatus job={job} />
      {job.answer && <ComparedTable compared={job.answer} openId={openId} isUpdating={job.isUpdating} />}
    </>
  );
}
