import { useEffect, useRef, useState } from "react";
import { STATUS_CODE } from "../../core/status.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./hover-card.module.css";
import type { LensView } from "./lens-view.ts";
import { countryOf, type Reading, rowOfUnit, tenthOf } from "./reading.ts";
import { writeClass, writeRowValue } from "./value-words.ts";

const OFFSET = 16;

interface HoverCardProps {
  readonly reading: Reading | undefined;
  readonly lensView: LensView | null;
}

/** Name and value of the commune under the pointer; follows it without redrawing. */
export function HoverCard({ reading, lensView }: HoverCardProps) {
  const t = useTexts();
  const f = useFormats();
  const { hover } = useServices();
  const scale = useQuestion((q) => q.scale);
  const card = useRef<HTMLDivElement>(null);
  const [unit, setUnit] = useState<number | null>(null);

  useEffect(() => {
    const follow = () => {
      const now = hover.get();
      const shown = now?.point ? now : null;
      setUnit(shown?.unit ?? null);
      if (shown?.point && card.current) place(card.current, shown.point);
    };
    return hover.subscribe(follow);
  }, [hover]);

  const row = reading && unit !== null ? rowOfUnit(reading.answer, unit) : undefined;
  const said = lensView && row !== undefined ? lensView.describe(row) : null;
  const isShown = reading !== undefined && row !== undefined;
  return (
    <div ref={card} className={classes.card} data-shown={isShown || undefined} aria-hidden>
      {isShown && (
        <>
          <strong>{reading.answer.names[row]}</strong>
          <p className={classes.value}>{said ? said.value : writeRowValue(reading, row, f, t)}</p>
          <p>{said ? said.level : writeClass(reading, row, scale, t)}</p>
          {!said && reading.answer.statuses[row] === STATUS_CODE.value && (
            <p>
              {t.understand.tenth.better(
                10 - tenthOf(reading.answer.values[row], countryOf(reading.answer), reading.series),
              )}
            </p>
          )}
          <p>{t.common.inhabitants(reading.answer.people[row], f.integer(reading.answer.people[row]))}</p>
        </>
      )}
    </div>
  );
}

/** Beside the pointer, on the side where there is room. */
function place(card: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const stage = card.parentElement;
  if (!stage) return;
  const left = x + OFFSET + card.offsetWidth > stage.clientWidth ? x - OFFSET - card.offsetWidth : x + OFFSET;
  const top = y + OFFSET + card.offsetHeight > stage.clientHeight ? y - OFFSET - card.offsetHeight : y + OFFSET;
  card.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
}
