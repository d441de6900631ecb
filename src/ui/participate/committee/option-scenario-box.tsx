import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import { scenarioOfRecord, sealQuery } from "../../../app/sealed-scenarios.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { useDeed } from "./use-deed.ts";

/** The scenario of an option: opened in room « Agir », or computed again to see whether it gives the same. */
export function OptionScenario({ record }: { readonly record: BodyOf<"scenario"> }) {
  const { committee } = useTexts();
  const { engine, roads, scenarios, store } = useServices();
  const queries = useQueryClient();
  const times = useStore(roads, ({ version }) => version);
  const deed = useDeed();
  const [verdict, setVerdict] = useState<"same" | "other-release" | "other-engine" | "different" | null>(null);
  const words = committee.scenario;
  const open = () =>
    deed.run(async () => {
      const scenario = scenarioOfRecord(record);
      scenarios.add(scenario);
      const { act } = store.getState().question;
      const { territory, series, threshold } = scenario;
      const place = { territory, series, threshold, selected: null, camera: null };
      store.ask({ ...place, page: "act", act: { ...act, mode: "scenario" } }, "push");
    });
  const check = () =>
    deed.run(async () => {
      const scenario = scenarioOfRecord(record);
      const { computed } = scenario;
      const now = await queries.fetchQuery(sealQuery(engine.get, scenario, times));
      if (now.resultHash === computed.resultHash) setVerdict("same");
      else if (now.dataRelease !== computed.dataRelease) setVerdict("other-release");
      else setVerdict(now.engineVersion === computed.engineVersion ? "different" : "other-engine");
    });
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{words.sealed(record.release, record.engine, record.result.slice(0, 8))}</p>
      <div className={classes.actions}>
        <Button size="compact-xs" onClick={() => void open()}>
          {words.open}
        </Button>
        <Button size="compact-xs" variant="default" loading={deed.isBusy} onClick={() => void check()}>
          {words.check}
        </Button>
      </div>
      {verdict && (
        <p className={verdict === "same" ? classes.help : classes.fault} role="status" data-verdict={verdict}>
          {words.verdicts[verdict]}
        </p>
      )}
      <DeedProblem problem={deed.problem} />
    </div>
  );
}
