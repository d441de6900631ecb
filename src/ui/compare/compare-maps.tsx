import { ActionIcon } from "@mantine/core";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Camera } from "../../app/question.ts";
import type { AccessMap } from "../../map/access-map.ts";
import { useTexts } from "../services.tsx";
import { LegendEntries } from "../understand/legend-entries.tsx";
import type { Reading } from "../understand/reading.ts";
import { usePlaces } from "../use-answers.ts";
import classes from "./compare-maps.module.css";
import { ComparedMap } from "./compared-map.tsx";
import { followCamera, framesOf, linkOf } from "./link.ts";

const MARGIN = { top: 48, right: 24, bottom: 24, left: 24 };
/** px; a zoom less than this fits a thumb. */
const NARROW = 300;

/** Two maps in the same colours whose cameras follow each other. */
export function CompareMaps({ a, b }: { readonly a: Reading; readonly b: Reading }) {
  const t = useTexts();
  const { places } = usePlaces();
  const [mapA, setMapA] = useState<AccessMap | null>(null);
  const [mapB, setMapB] = useState<AccessMap | null>(null);
  const last = useRef<readonly [Camera | null, Camera | null]>([null, null]);
  const [ofA, ofB] = [a.answer.question.territory, b.answer.question.territory];
  const link = useMemo(() => (places ? linkOf(places, ofA, ofB) : "zoom"), [places, ofA, ofB]);
  const frames = useMemo(() => {
    const [boundsA, boundsB] = [places?.find(ofA)?.bounds, places?.find(ofB)?.bounds];
    return boundsA && boundsB ? framesOf(link, boundsA, boundsB) : null;
  }, [places, link, ofA, ofB]);
  const fit = useCallback(() => {
    if (!frames || !mapA || !mapB) return;
    for (const [map, bounds] of [[mapA, frames[0]] as const, [mapB, frames[1]] as const]) {
      const isSmall = map.canvas.clientHeight < NARROW;
      map.fit(bounds, { animate: false, padding: isSmall ? { ...MARGIN, top: 36, bottom: 8 } : MARGIN });
    }
    last.current = [mapA.getCamera(), mapB.getCamera()];
  }, [frames, mapA, mapB]);
  useEffect(fit, [fit]);
  const follow = (which: 0 | 1) => (camera: Camera) => {
    const other = which === 0 ? mapB : mapA;
    const before = last.current[which];
    if (!other || !before) return;
    const next = followCamera(link, before, camera, other.getCamera());
    other.setCamera(next);
    last.current = which === 0 ? [camera, next] : [next, camera];
  };
  const words = t.compare.maps;
  const button = (label: string, icon: ReactNode, onClick: () => void) => (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.stage}>
      <div className={classes.pair}>
        <ComparedMap letter={t.compare.table.a} reading={a} onMap={setMapA} onMove={follow(0)} />
        <ComparedMap letter={t.compare.table.b} reading={b} onMap={setMapB} onMove={follow(1)} />
        <ActionIcon.Group className={classes.controls} orientation="vertical">
          {button(words.zoomIn, <IconPlus size={18} aria-hidden />, () => mapA?.zoomBy(1))}
          {button(words.zoomOut, <IconMinus size={18} aria-hidden />, () => mapA?.zoomBy(-1))}
          {button(words.fit, <IconFocusCentered size={18} aria-hidden />, fit)}
        </ActionIcon.Group>
      </div>
      <div className={classes.legend}>
        <strong>{t.units.card[a.series.profession]}</strong>
        <LegendEntries reading={a} />
        <p className={classes.note}>{link === "zoom" ? words.byZoom : words.byPosition}</p>
      </div>
    </div>
  );
}
