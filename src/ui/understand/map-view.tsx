import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { goTo, select, startFrom } from "../../app/commands.ts";
import type { Camera } from "../../app/question.ts";
import type { SiteMark } from "../../map/map-handle.ts";
import { SwipeHandle } from "../parts/swipe-handle.tsx";
import { useStartFromCommune } from "../reach/use-start-from-commune.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import { COMMUNE_CARD_ID } from "./commune-card-id.ts";
import type { LensView } from "./lens-view.ts";
import type { MapTroubleKind } from "./map-trouble-kind.ts";
import classes from "./map-view.module.css";
import { type Direction, findNearest, findNeighbour } from "./neighbour.ts";
import { type Reading, rowOfUnit } from "./reading.ts";
import { CARD_WIDTH, fitPadding, useHasCard, useTerritoryBounds } from "./use-fit.ts";
import { useLiveMap } from "./use-live-map.ts";
import { writeSpoken } from "./value-words.ts";

interface MapViewProps {
  readonly reading: Reading | undefined;
  readonly lensView: LensView | null;
  readonly isShown: boolean;
  readonly background: "none" | "ign";
  readonly onTrouble: (trouble: MapTroubleKind | null) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const NO_SITES: readonly SiteMark[] = [];
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** Keeps the live map showing the reading; itself draws nothing but a box. */
export function MapView({ reading, lensView, isShown, background, onTrouble }: MapViewProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  const selected = useQuestion((q) => q.selected);
  const camera = useQuestion((q) => q.camera);
  const scale = useQuestion((q) => q.scale);
  const split = useQuestion((q) => q.act.split);
  const isReach = useQuestion((q) => q.lens === "reach");
  const bounds = useTerritoryBounds();
  const hasCard = useHasCard();
  const reserved = hasCard ? CARD_WIDTH : 0;
  const startFromCommune = useStartFromCommune();
  const box = useRef<HTMLDivElement>(null);
  const [saidUnit, setSaidUnit] = useState<number | null>(null);
  const answer = reading?.answer;

  const codeOf = (unit: number): string | undefined => {
    const row = answer && rowOfUnit(answer, unit);
    return row === undefined ? places?.file.codes[unit] : answer?.codes[row];
  };
  const map = useLiveMap(box, isShown, {
    select(unit, at) {
      if (isReach && at) startFrom(store, at);
      else select(store, unit === null ? null : (codeOf(unit) ?? null));
    },
    moveOrigin: (to) => startFrom(store, to),
    open(unit) {
      const code = codeOf(unit);
      const above = code ? places?.lineage({ kind: "commune", code }).at(-2) : undefined;
      if (code && above) goTo(store, above, code);
    },
    trouble: onTrouble,
  });

  const selectedUnit = useMemo(() => {
    if (selected === null) return null;
    const row = answer?.codes.indexOf(selected) ?? -1;
    return row >= 0 && answer ? answer.units[row] : (places?.unitOf(selected) ?? null);
  }, [selected, answer, places]);

  useEffect(() => {
    if (!map || !reading) return;
    const { classes, dimmed, palette } = lensView ?? reading;
    map.setChoropleth({ units: reading.answer.units, classes, dimmed, palette });
  }, [map, reading, lensView]);
  const left = lensView?.left;
  useEffect(() => {
    if (!map || !reading) return;
    map.setLeft(left && lensView ? { units: reading.answer.units, ...left, palette: lensView.palette } : null);
  }, [map, reading, lensView, left]);
  const moveSplit = useCallback((x: number) => map?.setSplit(x), [map]);
  useEffect(() => {
    map?.setPadding({ ...NO_PADDING, right: reserved });
  }, [map, reserved]);
  useEffect(() => map?.setTerritory(territory), [map, territory]);
  useEffect(() => map?.setSelected(selectedUnit), [map, selectedUnit]);
  const overlay = lensView?.overlay ?? null;
  useEffect(() => map?.setReach(overlay), [map, overlay]);
  const routes = lensView?.routes ?? null;
  useEffect(() => map?.setRoutes(routes), [map, routes]);
  const links = lensView?.links;
  useEffect(() => {
    const emphasised = selectedUnit === null ? null : (links?.siteOf(selectedUnit) ?? null);
    map?.setLinks(links ? { lines: links.lines, emphasised } : null);
  }, [map, links, selectedUnit]);
  const sites = lensView?.sites ?? NO_SITES;
  useEffect(() => map?.setSites(sites), [map, sites]);
  useEffect(() => map?.setBackground(background), [map, background]);
  useEffect(() => map?.setLabels({ aria: `${t.understand.map.label}. ${t.understand.map.help}` }), [map, t]);
  const latestReserved = useRef(reserved);
  latestReserved.current = reserved;
  const isFramed = useRef(false);
  useEffect(() => {
    if (!map) return;
    const animate = isFramed.current;
    isFramed.current = camera !== null || bounds !== undefined;
    if (camera) {
      if (!sameCamera(camera, map.getCamera())) map.setCamera(camera);
    } else if (bounds) map.fit(bounds, { animate, padding: fitPadding(map.canvas, bounds, latestReserved.current) });
  }, [map, camera, bounds]);
  useEffect(() => {
    if (isShown) map?.resize();
  }, [map, isShown]);

  const saidRow = reading && saidUnit !== null ? rowOfUnit(reading.answer, saidUnit) : undefined;
  const said = reading && saidRow !== undefined ? speak(reading, saidRow) : "";
  function speak(of: Reading, row: number): string {
    if (!lensView) return writeSpoken(of, row, scale, f, t);
    const { value, level } = lensView.describe(row);
    return t.understand.map.announce(of.answer.names[row], value, level);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== map?.canvas) return;
    if (!answer || !places || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = event.shiftKey ? undefined : ARROWS[event.key];
    if (direction) {
      event.preventDefault();
      event.stopPropagation();
      const { lon, lat } = map.getCamera();
      const row =
        selectedUnit === null
          ? findNearest(answer, places.file, lon, lat)
          : findNeighbour(answer, places.file, selectedUnit, direction);
      if (row === undefined) return;
      select(store, answer.codes[row]);
      setSaidUnit(answer.units[row]);
    } else if (event.key === "Enter" && selected !== null) {
      event.preventDefault();
      event.stopPropagation();
      if (isReach) void startFromCommune(selected);
      else document.getElementById(COMMUNE_CARD_ID)?.focus();
    }
  };

  return (
    <div className={classes.frame} hidden={!isShown} onKeyDownCapture={onKeyDown}>
      <div ref={box} className={classes.map} />
      {left && (
        <div className={classes.split} style={{ right: reserved }}>
          <SwipeHandle
            value={split}
            label={t.sides.handle}
            help={t.sides.handleHelp}
            left={t.sides.before}
            right={t.sides.after}
            describe={(percent) => t.sides.at(f.integer(percent))}
            onMove={moveSplit}
            onChange={(value) => store.ask({ act: { ...store.getState().question.act, split: value } })}
          />
        </div>
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** To the metre or so: a camera read back from the URL is rounded. */
function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.lon - b.lon) < 1e-4 && Math.abs(a.lat - b.lat) < 1e-4 && Math.abs(a.zoom - b.zoom) < 1e-2;
}
