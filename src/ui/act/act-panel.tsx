import { Button } from "@mantine/core";
import { budgetOf } from "../../app/plans.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { ModeSwitch } from "../scenario/mode-switch.tsx";
import { PlanToScenario } from "../scenario/plan-to-scenario.tsx";
import { useFormats, useQuestion, useTexts } from "../services.tsx";
import panel from "../understand/access-panel.module.css";
import { CommuneCard } from "../understand/commune-card.tsx";
import { LegendCard } from "../understand/legend-card.tsx";
import { LensLegend } from "../understand/lens-legend.tsx";
import type { LensView } from "../understand/lens-view.ts";
import { PanelSkeleton } from "../understand/panel-skeleton.tsx";
import type { Reading } from "../understand/reading.ts";
import { type AccessState, usePlace } from "../use-answers.ts";
import { ActForm } from "./act-form.tsx";
import { ActHeadline } from "./act-headline.tsx";
import classes from "./act-panel.module.css";
import { CapacityCard } from "./capacity-card.tsx";
import { FrontCard } from "./front-card.tsx";
import { LinksField } from "./links-field.tsx";
import { PlanFigures } from "./plan-figures.tsx";
import { PlanStatus } from "./plan-status.tsx";
import { PurchaseCard } from "./purchase-card.tsx";
import { StaffCard } from "./staff-card.tsx";
import type { Plan } from "./use-plan.ts";
import { WhyCard } from "./why-card.tsx";

interface ActPanelProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  readonly plan: Plan;
  readonly lensView: LensView | null;
  readonly isPhone: boolean;
}

/** What is asked, the one button, then what was found and what it changes. */
export function ActPanel({ access, reading, plan, lensView, isPhone }: ActPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const selected = useQuestion((q) => q.selected);
  const act = useQuestion((q) => q.act);
  const place = usePlace();
  const name = place?.name ?? reading?.answer.summary.territory.name ?? "";
  const { state } = plan;
  const isBusy = state.kind === "preparing" || state.kind === "searching";
  const words = t.act;
  const answer = state.kind === "found" ? state.answer : null;
  return (
    <section className={panel.panel} aria-label={words.panel} aria-busy={access.isUpdating || isBusy}>
      <ModeSwitch />
      {isPhone && selected !== null && (
        <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
      )}
      <div>
        <h1 className={panel.title}>{writeTitle()}</h1>
        <p className={panel.subtitle}>{words.subtitle(name)}</p>
      </div>
      {access.error && <FailureNotice title={t.failures.title} error={access.error} onRetry={access.retry} />}
      {reading && !access.error && (
        <div className={classes.stack}>
          <ActForm reading={reading} />
          <Button fullWidth size="md" onClick={plan.find} disabled={isBusy}>
            {words.find}
          </Button>
          <PlanStatus plan={plan} />
          {answer && <LinksField answer={answer} />}
          {answer && <FrontCard answer={answer} />}
          {answer && <PurchaseCard answer={answer} />}
          {answer && <CapacityCard answer={answer} />}
          {answer && <StaffCard answer={answer} />}
          {answer && <PlanFigures answer={answer} />}
          {answer && <PlanToScenario answer={answer} />}
          {answer && isPhone && <WhyCard answer={answer} />}
          {!answer && <ActHeadline reading={reading} />}
          {isPhone && (lensView ? <LensLegend view={lensView} isInline /> : <LegendCard reading={reading} isInline />)}
          <Disclosure title={words.limits.title} topic="act">
            <ul>
              {words.limits.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {!reading && !access.error && <PanelSkeleton />}
    </section>
  );

  function writeTitle(): string {
    if (act.aim === "lscp") return words.titleCover(f.integer(act.minutes));
    return budgetOf(act) ? words.titleBudget(f.integer(act.budget)) : words.title(act.sites);
  }
}
