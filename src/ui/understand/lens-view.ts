import { createContext, type ReactNode, use, useEffect, useId } from "react";
import type { LinkOverlay } from "../../map/link-overlay.ts";
import type { SiteMark } from "../../map/map-handle.ts";
import type { PatternKind } from "../../map/patterns.ts";
import type { ReachOverlay } from "../../map/reach-overlay.ts";
import type { RouteOverlay } from "../../map/route-overlay.ts";
import type { TableColumn } from "../parts/sortable-table.tsx";
import type { MethodTopic } from "../services.tsx";
import type { Reading } from "./reading.ts";

/** A colour of the map and what it means. */
export interface LensEntry {
  /** As in the choropleth's classes. */
  readonly classIndex: number;
  readonly colour: string;
  readonly pattern: PatternKind | null;
  readonly label: string;
}

/** Lines to sites, and whose lines stand out when a commune is selected; null: those of nobody. */
export interface LensLinks {
  readonly lines: LinkOverlay["lines"];
  siteOf(unit: number): number | null;
}

/** A figure of every row: a column of the table and of the file one downloads. */
export interface LensColumn extends TableColumn {
  /** Machine-readable name and exact value; empty where there is none. */
  readonly csvHeader: string;
  readonly csv: (row: number) => string | number;
}

/**
 * What the map, its legend, its hover card and the table show under a lens instead of the level of access. Rows are those of
 * the answer on screen, in the same order.
 */
export interface LensView {
  /** Units of the rows. */
  readonly units: Uint16Array;
  /** Class of each row: from 0 in `palette`, or a special class of core/classes. */
  readonly classes: Int8Array;
  /** 1: drawn pale and left out of the table. */
  readonly dimmed: Uint8Array;
  readonly palette: readonly string[];
  /** Another picture in the same colours, left of a line one moves; the one above is right of it. */
  readonly left?: Pick<LensView, "classes" | "dimmed">;
  readonly title: string;
  readonly topic: MethodTopic;
  readonly entries: readonly LensEntry[];
  /** Where the lens shows access in the unit of the series: the legend is then the histogram with its threshold. */
  readonly reading?: Reading;
  /** What the legend says besides its colours. */
  readonly legend?: ReactNode;
  /** What is drawn above the communes. */
  readonly overlay?: ReachOverlay;
  /** Lines from place to place above the communes. */
  readonly routes?: RouteOverlay;
  /** Who goes to which of the numbered places. */
  readonly links?: LensLinks;
  /** Numbered places above the communes. */
  readonly sites?: readonly SiteMark[];
  /** A caution under the legend. */
  readonly note?: string;
  /** What is said of a row after its name. */
  describe(row: number): { readonly value: string; readonly level: string };
  /** Besides the commune, its group and its people; the first is what the table is sorted by. */
  readonly columns: readonly LensColumn[];
  /** Ends the name of the downloaded file. */
  readonly fileName: string;
}

const LensContext = createContext<(id: string, view: LensView | null) => void>(() => undefined);

export const LensProvider = LensContext.Provider;

/**
 * Shows a view on the map for as long as the component is there. Of several the one that came last is seen, and the one
 * below it again once it goes. Keep the view's identity between renders.
 */
export function useLensView(view: LensView | null): void {
  const show = use(LensContext);
  const id = useId();
  useEffect(() => show(id, view), [show, id, view]);
  useEffect(() => () => show(id, null), [show, id]);
}
