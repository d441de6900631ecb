import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";
import type { Lens } from "../../app/lenses.ts";
import type { LensPanelProps } from "./lens-panel-props.ts";
import { PanelSkeleton } from "./panel-skeleton.tsx";

export type { LensPanelProps } from "./lens-panel-props.ts";

type LensPanelComponent = LazyExoticComponent<ComponentType<LensPanelProps>>;

const PANELS: Readonly<Partial<Record<Lens, LensPanelComponent>>> = {
  deserts: lazy(async () => ({ default: (await import("../deserts/deserts-panel.tsx")).DesertsPanel })),
  clusters: lazy(async () => ({ default: (await import("../clusters/clusters-panel.tsx")).ClustersPanel })),
  crossed: lazy(async () => ({ default: (await import("../crossed/crossed-panel.tsx")).CrossedPanel })),
  robustness: lazy(async () => ({ default: (await import("../robustness/robustness-panel.tsx")).RobustnessPanel })),
  departures: lazy(async () => ({ default: (await import("../departures/departures-panel.tsx")).DeparturesPanel })),
  cumulated: lazy(async () => ({ default: (await import("../cumulated/cumulated-panel.tsx")).CumulatedPanel })),
  zoning: lazy(async () => ({ default: (await import("../zoning/zoning-panel.tsx")).ZoningPanel })),
  inequality: lazy(async () => ({ default: (await import("../inequality/inequality-panel.tsx")).InequalityPanel })),
  recomputed: lazy(async () => ({ default: (await import("../recomputed/recomputed-panel.tsx")).RecomputedPanel })),
  reach: lazy(async () => ({ default: (await import("../reach/reach-panel.tsx")).ReachPanel })),
};

export function LensPanel({ lens, reading }: LensPanelProps & { readonly lens: Lens }) {
  const Panel = PANELS[lens];
  return (
    Panel && (
      <Suspense fallback={<PanelSkeleton />}>
        <Panel reading={reading} />
      </Suspense>
    )
  );
}
