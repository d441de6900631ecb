import { IconArrowsHorizontal } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import classes from "./swipe-handle.module.css";

interface SwipeHandleProps {
  /** Per cent of the width, from the left. */
  readonly value: number;
  readonly label: string;
  readonly help: string;
  /** What each side of the line is. */
  readonly left: string;
  readonly right: string;
  readonly describe: (value: number) => string;
  /** The line stands somewhere: CSS pixels from the left. Told of every move and every change of width. */
  readonly onMove: (x: number) => void;
  /** The line was let go. */
  readonly onChange: (value: number) => void;
}

const STEP = 2;
const LEAP = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  PageDown: -LEAP,
  PageUp: LEAP,
  Home: -100,
  End: 100,
};

/** A vertical line over its parent, moved by mouse, finger or keyboard. */
export function SwipeHandle({ value, label, help, left, right, describe, onMove, onChange }: SwipeHandleProps) {
  const area = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const [width, setWidth] = useState(0);
  const grip = useRef(0);
  const shown = moved ?? value;
  useEffect(() => {
    if (!area.current) return;
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width));
    observer.observe(area.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width > 0) onMove((shown / 100) * width);
  }, [shown, width, onMove]);
  const keep = () => {
    if (moved === null) return;
    setMoved(null);
    if (moved !== value) onChange(moved);
  };
  const percentAt = ({ clientX }: PointerEvent) => {
    // As it stands now: what observes the width may not have told of it yet.
    const { left, width: wide } = area.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return ((clientX - left) / wide) * 100;
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = percentAt(event) - shown;
    setMoved(shown);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setMoved(clamp(Math.round(percentAt(event) - grip.current)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setMoved(clamp(shown + step));
  };
  return (
    <div ref={area} className={classes.area}>
      <div
        className={classes.line}
        style={{ left: `${shown}%` }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={shown}
        aria-valuetext={describe(shown)}
        title={help}
        data-moving={moved !== null || undefined}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onLostPointerCapture={keep}
        onKeyDown={onKeyDown}
        onKeyUp={keep}
        onBlur={keep}
      >
        <span className={classes.left} aria-hidden>
          {left}
        </span>
        <span className={classes.right} aria-hidden>
          {right}
        </span>
        <span className={classes.knob} aria-hidden>
          <IconArrowsHorizontal size={20} />
        </span>
      </div>
    </div>
  );
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
