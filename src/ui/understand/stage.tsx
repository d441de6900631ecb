import { Button, SegmentedControl } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { openPage } from "../../app/commands.ts";
import { VIEWS, type View } from "../../app/question.ts";
import { useOpenMethod, useQuestion, useServices, useTexts } from "../services.tsx";
import { type AccessState, usePlaces } from "../use-answers.ts";
import { CommuneCard } from "./commune-card.tsx";
import { HoverCard } from "./hover-card.tsx";
import { LegendCard } from "./legend-card.tsx";
import { LensLegend } from "./lens-legend.tsx";
import type { LensView } from "./lens-view.ts";
import { MapControls } from "./map-controls.tsx";
import { MapTrouble } from "./map-trouble.tsx";
import type { MapTroubleKind } from "./map-trouble-kind.ts";
import { MapView } from "./map-view.tsx";
import { hasOutline } from "./outline.ts";
import type { Reading } from "./reading.ts";
import classes from "./stage.module.css";

const AccessTable = lazy(() => import("./access-table.tsx").then((module) => ({ default: module.AccessTable })));

interface StageProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  readonly lensView: LensView | null;
  readonly isPhone: boolean;
  /** What says the same as the map in the place of the table of communes. */
  readonly sheet?: ReactNode;
}

/** The map with what floats above it, or the table that says the same. */
export function Stage({ access, reading, lensView, isPhone, sheet }: StageProps) {
  const t = useTexts();
  const { store } = useServices();
  const view = useQuestion((q) => q.view);
  const selected = useQuestion((q) => q.selected);
  const [trouble, setTrouble] = useState<MapTroubleKind | null>(null);
  const [background, setBackground] = useState<"none" | "ign">("none");
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  const asked = hasOutline(territory) ? undefined : places?.find(territory);
  const isMap = view === "map";
  return (
    <div className={classes.stage} data-view={view} data-card={(!isPhone && selected !== null) || undefined}>
      <MapView reading={reading} lensView={lensView} isShown={isMap} background={background} onTrouble={setTrouble} />
      {!isMap && sheet}
      {!isMap && !sheet && reading && (
        <Suspense fallback={<p className={classes.loading}>{t.common.loading}</p>}>
          <AccessTable reading={reading} lensView={lensView} />
        </Suspense>
      )}
      <SegmentedControl
        className={classes.views}
        size="xs"
        aria-label={t.understand.table.switch}
        value={view}
        onChange={(value) => store.ask({ view: value as View })}
        data={VIEWS.map((value) => ({ value, label: t.understand.table.views[value] }))}
      />
      {isMap && (
        <>
          <HoverCard reading={reading} lensView={lensView} />
          <MapControls background={background} onBackground={setBackground} />
          {trouble && <MapTrouble trouble={trouble} onSettled={() => setTrouble(null)} />}
          {!isPhone && !trouble && lensView && <LensLegend view={lensView} />}
          {!isPhone && !trouble && !lensView && reading && <LegendCard reading={reading} />}
          {!trouble && !access.answer && !access.error && <p className={classes.loading}>{t.understand.map.loading}</p>}
          {!trouble && asked && <p className={classes.note}>{t.understand.map.noOutline(asked.name)}</p>}
          <Sources year={reading?.series.year} hasBackground={background === "ign"} />
        </>
      )}
      {!isPhone && selected !== null && (
        <div className={classes.card}>
          <CommuneCard key={selected} code={selected} reading={reading} lensView={lensView} />
        </div>
      )}
    </div>
  );
}

function Sources({ year, hasBackground }: { readonly year: number | undefined; readonly hasBackground: boolean }) {
  const t = useTexts();
  const open = useOpenMethod();
  const { store } = useServices();
  return (
    <p className={classes.sources}>
      {year !== undefined && <span className={classes.credits}>{`${t.understand.map.sources(year)} · `}</span>}
      {hasBackground && `${t.understand.map.backgroundCredit} · `}
      <Button variant="transparent" size="compact-xs" className={classes.method} onClick={() => open("data")}>
        {t.understand.map.method}
      </Button>
      {" · "}
      <Button
        variant="transparent"
        size="compact-xs"
        className={classes.method}
        onClick={() => openPage(store, "verify")}
      >
        {t.verify.title}
      </Button>
    </p>
  );
}
