import type { LngLat, Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { Point } from "../app/question.ts";
import { COMMUNE_FILL } from "./style.ts";

export interface PointerEvents {
  hover(unit: number | null, point: { x: number; y: number } | null): void;
  select(unit: number | null, at?: Point): void;
  open(unit: number): void;
}

export interface PointerOptions {
  /** The style is loaded: the map can be asked what is where. */
  isReady(): boolean;
  /** Whether a commune belongs to what is asked; the others can be opened, not hovered or selected. */
  isColoured(unit: number): boolean;
  selected(): number | null;
}

const pointOf = ({ lng, lat }: LngLat): Point => ({ lon: lng, lat });

/** Turns pointer and keyboard events on the map into communes. Returns what undoes it. */
export function listenToPointer(map: MapLibreMap, events: PointerEvents, options: PointerOptions): () => void {
  const canvas = map.getCanvas();
  const abort = new AbortController();
  const { signal } = abort;
  let hovered: number | null = null;
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;

  const unitAt = (point: PointLike): number | null => {
    if (!options.isReady()) return null;
    const id = map.queryRenderedFeatures(point, { layers: [COMMUNE_FILL], validate: false })[0]?.id;
    return typeof id === "number" ? id : null;
  };
  const colouredAt = (point: PointLike): number | null => {
    const unit = unitAt(point);
    return unit !== null && options.isColoured(unit) ? unit : null;
  };
  const look = () => {
    frame = 0;
    const unit = pointer && !map.isMoving() ? colouredAt([pointer.x, pointer.y]) : null;
    if (unit === null && hovered === null) return;
    hovered = unit;
    canvas.style.cursor = unit === null ? "" : "pointer";
    events.hover(unit, unit === null ? null : pointer);
  };
  const lookSoon = () => {
    frame ||= requestAnimationFrame(look);
  };
  const track = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    const box = canvas.getBoundingClientRect();
    pointer = event.type === "pointerleave" ? null : { x: event.clientX - box.left, y: event.clientY - box.top };
    lookSoon();
  };
  const openAt = (point: PointLike) => {
    const unit = unitAt(point);
    if (unit !== null) events.open(unit);
  };
  const centre = (): PointLike => map.project(map.getCenter());
  const press = (event: KeyboardEvent) => {
    const selected = options.selected();
    if (event.key === "Escape" && selected !== null) events.select(null);
    else if (event.key !== "Enter") return;
    else if (selected !== null) events.open(selected);
    else events.select(colouredAt(centre()), pointOf(map.getCenter()));
    event.preventDefault();
  };

  canvas.addEventListener("pointermove", track, { signal });
  canvas.addEventListener("pointerleave", track, { signal });
  canvas.addEventListener("keydown", press, { signal });
  const subscriptions = [
    map.on("click", (event) => {
      if (options.isReady()) events.select(colouredAt(event.point), pointOf(event.lngLat));
    }),
    map.on("dblclick", (event) => openAt(event.point)),
    map.on("movestart", lookSoon),
    map.on("moveend", lookSoon),
  ];
  return () => {
    abort.abort();
    cancelAnimationFrame(frame);
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}
