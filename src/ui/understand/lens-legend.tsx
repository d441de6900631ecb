import { InfoButton } from "../parts/info-button.tsx";
import { useTexts } from "../services.tsx";
import classes from "./legend-card.module.css";
import { LegendCard } from "./legend-card.tsx";
import type { LensView } from "./lens-view.ts";
import { Swatches } from "./swatches.tsx";

interface LensLegendProps {
  readonly view: LensView;
  /** In the panel of a phone instead of over the map. */
  readonly isInline?: boolean;
}

/** What the colours of a lens mean. */
export function LensLegend({ view, isInline = false }: LensLegendProps) {
  const t = useTexts();
  if (view.reading)
    return <LegendCard reading={view.reading} title={view.title} topic={view.topic} isInline={isInline} />;
  return (
    <section className={classes.card} data-inline={isInline || undefined} aria-label={t.understand.legend.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{view.title}</h2>
        <InfoButton topic={view.topic} />
      </div>
      {view.legend}
      <Swatches entries={view.entries} />
      {view.note && <p className={classes.note}>{view.note}</p>}
    </section>
  );
}
