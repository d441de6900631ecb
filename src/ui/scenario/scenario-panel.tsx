import { useEffect } from "react";
import stack from "../act/act-panel.module.css";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import panel from "../understand/access-panel.module.css";
import { CommuneCard } from "../understand/commune-card.tsx";
import { LegendCard } from "../understand/legend-card.tsx";
import { LensLegend } from "../understand/lens-legend.tsx";
import type { LensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import type { Reading } from "../understand/reading.ts";
import { type AccessState, usePlace } from "../use-answers.ts";
import { BaselineSwitch } from "./baseline-switch.tsx";
import { ChangeBox } from "./change-box.tsx";
import { ModeSwitch } from "./mode-switch.tsx";
import { ScenarioBoard } from "./scenario-board.tsx";
import { ScenarioComparison } from "./scenario-comparison.tsx";
import { ScenarioFigures } from "./scenario-figures.tsx";
import { ScenarioZoning } from "./scenario-zoning.tsx";
import type { OpenScenario } from "./use-scenario.ts";

interface ScenarioPanelProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  readonly open: OpenScenario;
  readonly lensView: LensView | null;
  readonly isPhone: boolean;
}

/** Which scenario, what it changes, what comes of it. */
export function ScenarioPanel({ access, reading, open, lensView, isPhone }: ScenarioPanelProps) {
  const t = useTexts();
  const selected = useQuestion((q) => q.selected);
  const basis = useQuestion((q) => q.basis);
  const place = usePlace();
  const name = place?.name ?? reading?.answer.summary.territory.name ?? "";
  const { work, scenario, job } = open;
  const words = t.scenario;
  useUndoKeys(scenario && work?.id);
  return (
    <section className={panel.panel} aria-label={words.panel} aria-busy={access.isUpdating || job?.isUpdating}>
      <ModeSwitch />
      {isPhone && selected !== null && (
        <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
      )}
      <div>
        <h1 className={panel.title}>{words.title}</h1>
        <p className={panel.subtitle}>{words.subtitle(name, words.baseline.added[basis])}</p>
      </div>
      {access.error && <FailureNotice title={t.failures.title} error={access.error} onRetry={access.retry} />}
      {reading && !access.error && (
        <div className={stack.stack}>
          <ScenarioBoard open={open} reading={reading} />
          {work && scenario && <ChangeBox key={work.id} work={work} scenario={scenario} reading={reading} />}
          {job && <ScenarioFigures job={job} />}
          {job && <BaselineSwitch />}
          {scenario && <ScenarioZoning key={`zoning ${work?.id}`} scenario={scenario} />}
          <ScenarioComparison board={open.board} reading={reading} />
          {isPhone && (lensView ? <LensLegend view={lensView} isInline /> : <LegendCard reading={reading} isInline />)}
        </div>
      )}
      {!reading && !access.error && <PanelSkeleton />}
    </section>
  );
}

/** Where text is typed. */
const TYPED = "input:not([type=radio], [type=checkbox], [type=file]), textarea, select";

/** Ctrl+Z and Ctrl+Y, or Cmd, wherever no text is being typed: there they undo the typing. */
function useUndoKeys(id: string | undefined): void {
  const { scenarios } = useServices();
  useEffect(() => {
    if (id === undefined) return;
    const hear = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(TYPED);
      if (typing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (!isRedo && key !== "z") return;
      event.preventDefault();
      if (isRedo) scenarios.redo(id);
      else scenarios.undo(id);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [id, scenarios]);
}
