import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { scenarioUnderRule, scenarioZoningQuery } from "../../app/scenario-zoning.ts";
import { chosenRule, parseDecisions, type ZoningAnswer } from "../../app/zoning.ts";
import { FailureError } from "../../core/failure.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { JobStatus } from "../parts/job-status.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useJob } from "../use-job.ts";
import { ChangedAreas } from "../zoning/changed-areas.tsx";
import { ClassEntries } from "../zoning/class-entries.tsx";
import { RuleChoice } from "../zoning/rule-choice.tsx";
import { explainScenarioFailure } from "./explain-problem.ts";
import classes from "./scenario.module.css";

/** Which areas a dated zoning rule would class otherwise under the scenario; asked for, for it takes the whole country. */
export function ScenarioZoning({ scenario }: { readonly scenario: Scenario }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const words = t.zoning.scenario;
  return (
    <Section title={words.section} topic="zoning">
      <div className={classes.changes}>
        <div className={classes.actions}>
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? words.hide : words.show}
          </Button>
        </div>
        {isOpen && <Zoned scenario={scenario} />}
      </div>
    </Section>
  );
}

function Zoned({ scenario }: { readonly scenario: Scenario }) {
  const t = useTexts();
  const f = useFormats();
  const { engine, roads } = useServices();
  const times = useStore(roads, ({ version }) => version);
  const asked = useQuestion((q) => q.choices.zoning);
  const decided = useQuestion((q) => q.choices.decided);
  const { territory } = scenario;
  const rule = chosenRule(scenario.series.profession, asked);
  const decisions = useMemo(() => parseDecisions(decided), [decided]);
  const job = useJob<ZoningAnswer>((onProgress) =>
    scenarioZoningQuery(engine.get, { territory, rule, decisions }, scenario, times, onProgress),
  );
  const { answer, error } = job;
  const isOfThis = answer?.rule.id === rule.id;
  const words = t.zoning.scenario;
  const isPublished = rule.method !== "unpublished" && scenarioUnderRule(scenario, rule) !== null;
  const isRefused = error instanceof FailureError && error.failure.code === "bad-input";
  return (
    <>
      <RuleChoice rule={rule} />
      {rule.method !== "unpublished" && !isPublished && <p className={classes.help}>{words.noSeries}</p>}
      {isPublished && isRefused && (
        <p className={classes.problem} role="alert">
          {explainScenarioFailure(error, f, t)}
        </p>
      )}
      {isPublished && !isRefused && <JobStatus job={job} />}
      {isPublished && answer && isOfThis && (
        <div className={job.isUpdating || error ? classes.stale : undefined} data-zoning-updating={job.isUpdating}>
          <ChangedAreas answer={answer} title={scenario.title} />
          <ClassEntries answer={answer} />
        </div>
      )}
    </>
  );
}
