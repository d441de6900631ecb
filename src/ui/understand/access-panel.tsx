import { PROFESSION_RULES } from "../../core/professions.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useQuestion, useTexts } from "../services.tsx";
import { type AccessState, usePlace } from "../use-answers.ts";
import classes from "./access-panel.module.css";
import { CommuneCard } from "./commune-card.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { Headline } from "./headline.tsx";
import { LegendCard } from "./legend-card.tsx";
import { LensLegend } from "./lens-legend.tsx";
import { LensPanel } from "./lens-panel.tsx";
import { LensPicker } from "./lens-picker.tsx";
import type { LensView } from "./lens-view.ts";
import { LimitsCard } from "./limits-card.tsx";
import { PanelSkeleton } from "./panel-skeleton.tsx";
import type { Reading } from "./reading.ts";
import { SeriesSelectors } from "./series-selectors.tsx";
import { ThresholdSource } from "./threshold-source.tsx";
import { TrendSection } from "./trend-section.tsx";

interface AccessPanelProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  /** What a lens shows on the map instead of the level of access. */
  readonly lensView: LensView | null;
  readonly isPhone: boolean;
}

/** The white panel: one question, one big number, then what it compares with and what it leaves out. */
export function AccessPanel({ access, reading, lensView, isPhone }: AccessPanelProps) {
  const t = useTexts();
  const asked = useQuestion((q) => q.series);
  const selected = useQuestion((q) => q.selected);
  const lens = useQuestion((q) => q.lens);
  const place = usePlace();
  const name = place?.name ?? reading?.answer.summary.territory.name ?? "";
  return (
    <section className={classes.panel} aria-label={t.understand.panel.label} aria-busy={access.isUpdating}>
      {access.isUpdating && reading && (
        <div className={classes.progress} role="status">
          <span className="visually-hidden">{t.understand.panel.updating}</span>
        </div>
      )}
      {isPhone && selected !== null && (
        <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
      )}
      <div>
        <h1 className={classes.title}>{t.professions.questions[asked.profession]}</h1>
        <p className={classes.subtitle}>{t.understand.panel.subtitle(name, asked.year)}</p>
      </div>
      <SeriesSelectors />
      <LensPicker />
      {access.error && <FailureNotice title={t.failures.title} error={access.error} onRetry={access.retry} />}
      {reading && !access.error && lens !== "level" && (
        <div className={classes.figures}>
          <LensPanel lens={lens} reading={reading} />
          {isPhone && lensView && <LensLegend view={lensView} isInline />}
        </div>
      )}
      {reading && !access.error && lens === "level" && (
        <div className={classes.figures}>
          <Headline reading={reading} />
          {isPhone && <LegendCard reading={reading} isInline />}
          <ThresholdSource source={PROFESSION_RULES[reading.series.profession].source} />
          <ComparisonTable reading={reading} />
          <TrendSection reading={reading} />
          <LimitsCard />
          <p className={classes.unit}>
            {t.understand.comparison.unit(t.units.full[reading.series.profession])}
            {reading.series.profession !== "gp" && ` · ${t.units.fte}`}
          </p>
        </div>
      )}
      {!reading && !access.error && <PanelSkeleton />}
    </section>
  );
}
