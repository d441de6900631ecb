import { useQuery } from "@tanstack/react-query";
import { useStore } from "zustand";
import { isAsItCame, scenarioOf, type Work } from "../../app/scenarios.ts";
import { sealQuery } from "../../app/sealed-scenarios.ts";
import { compareSeals } from "../../core/scenario/compare-seals.ts";
import type { ScenarioSeal } from "../../core/scenario/document.ts";
import { useServices, useTexts } from "../services.tsx";
import classes from "./scenario.module.css";

/** Whether the figures of a file are found again here, and if not what else is not the same. */
export function SealNotice({ work }: { readonly work: Work }) {
  const { computed } = work.document;
  return computed && isAsItCame(work) ? <Checked work={work} kept={computed} /> : null;
}

function Checked({ work, kept }: { readonly work: Work; readonly kept: ScenarioSeal }) {
  const t = useTexts();
  const { engine, roads } = useServices();
  const times = useStore(roads, ({ version }) => version);
  const { data: now, isError } = useQuery(sealQuery(engine.get, scenarioOf(work), times));
  const words = t.scenario.seal;
  if (isError) return null;
  if (!now)
    return (
      <p className={classes.help} role="status">
        {words.checking}
      </p>
    );
  const { isSame, differs } = compareSeals(kept, now);
  const reasons = differs.map(({ part, before, now: today }) => words.parts[part](before, today));
  return (
    <div className={isSame ? classes.help : classes.problem} role="status" data-seal={isSame ? "same" : "different"}>
      <p>
        <strong>{isSame ? words.same : words.different}</strong> {!isSame && reasons.length === 0 && words.neither}
      </p>
      {!isSame && reasons.map((reason) => <p key={reason}>{reason}</p>)}
      <p className={classes.help}>{words.facts(now.dataRelease, now.engineVersion, now.resultHash.slice(0, 12))}</p>
    </div>
  );
}
