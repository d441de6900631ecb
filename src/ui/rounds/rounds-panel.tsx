import { Button } from "@mantine/core";
import { ActHeadline } from "../act/act-headline.tsx";
import stack from "../act/act-panel.module.css";
import { Disclosure } from "../parts/disclosure.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { ModeSwitch } from "../scenario/mode-switch.tsx";
import { useQuestion, useTexts } from "../services.tsx";
import panel from "../understand/access-panel.module.css";
import { CommuneCard } from "../understand/commune-card.tsx";
import { LegendCard } from "../understand/legend-card.tsx";
import { LensLegend } from "../understand/lens-legend.tsx";
import type { LensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import type { Reading } from "../understand/reading.ts";
import { type AccessState, usePlace } from "../use-answers.ts";
import { RoundsActions } from "./rounds-actions.tsx";
import { RoundsFigures } from "./rounds-figures.tsx";
import { RoundsForm } from "./rounds-form.tsx";
import { RoundsStatus } from "./rounds-status.tsx";
import { roundsOfAnswer } from "./rounds-view.ts";
import type { RoundsSearching } from "./use-rounds.ts";
import { WeekCard } from "./week-card.tsx";

interface RoundsPanelProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  readonly plan: RoundsSearching;
  readonly lensView: LensView | null;
  readonly isPhone: boolean;
}

/** What rounds are asked for, the one button, then what was found and what one does with it. */
export function RoundsPanel({ access, reading, plan, lensView, isPhone }: RoundsPanelProps) {
  const t = useTexts();
  const selected = useQuestion((q) => q.selected);
  const vehicles = useQuestion((q) => q.rounds.vehicles);
  const place = usePlace();
  const name = place?.name ?? reading?.answer.summary.territory.name ?? "";
  const { state } = plan;
  const isBusy = state.kind === "preparing" || state.kind === "searching";
  const answer = state.kind === "found" ? state.answer : null;
  const words = t.rounds;
  return (
    <section className={panel.panel} aria-label={words.panel} aria-busy={access.isUpdating || isBusy}>
      <ModeSwitch />
      {isPhone && selected !== null && (
        <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
      )}
      <div>
        <h1 className={panel.title}>{words.title(vehicles)}</h1>
        <p className={panel.subtitle}>{words.subtitle(name)}</p>
      </div>
      {access.error && <FailureNotice title={t.failures.title} error={access.error} onRetry={access.retry} />}
      {reading && !access.error && (
        <div className={stack.stack}>
          <RoundsForm reading={reading} />
          <Button fullWidth size="md" onClick={plan.find} disabled={isBusy}>
            {words.find}
          </Button>
          <RoundsStatus plan={plan} />
          {answer && <RoundsFigures answer={answer} />}
          {answer && isPhone && <WeekCard rounds={roundsOfAnswer(answer)} />}
          {answer && <RoundsActions answer={answer} />}
          {!answer && <ActHeadline reading={reading} />}
          {isPhone && (lensView ? <LensLegend view={lensView} isInline /> : <LegendCard reading={reading} isInline />)}
          <Disclosure title={words.notSaid.title} topic="rounds">
            <ul>
              {words.notSaid.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {!reading && !access.error && <PanelSkeleton />}
    </section>
  );
}
