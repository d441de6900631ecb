import { CARRIER_SPEEDS, CLASS_SPEEDS, drivenSpeed, SURFACE_SPEEDS } from "./car-speeds.ts";

/** The tags the rules look at; other keys need not be read. */
export const WAY_KEYS = [
  "highway",
  "route",
  "maxspeed",
  "maxspeed:forward",
  "maxspeed:backward",
  "maxspeed:type",
  "source:maxspeed",
  "zone:maxspeed",
  "oneway",
  "oneway:motorcar",
  "oneway:motor_vehicle",
  "oneway:vehicle",
  "junction",
  "motorcar",
  "motor_vehicle",
  "vehicle",
  "access",
  "duration",
  "surface",
  "area",
  "impassable",
  "status",
] as const;

export type WayTags = ReadonlyMap<string, string>;

/** How a car uses a way. */
export interface CarWay {
  /** km/h in the order of the way's nodes and against it; 0: closed. */
  readonly forward: number;
  readonly backward: number;
  /** Seconds of the whole way where a timetable says so (ferries); the speeds then only tell the open directions. */
  readonly seconds: number | null;
  /** Whether trips may start or end on it: not on ferries and motorways. */
  readonly open: boolean;
}

/** From the most specific to the most general, as in the OSRM car profile. */
const ACCESS_KEYS = ["motorcar", "motor_vehicle", "vehicle", "access"];
const CLOSED = new Set(["no", "agricultural", "forestry", "emergency", "psv", "bus", "private", "military"]);
const ALLOWED = new Set(["yes", "permissive", "designated", "destination", "customers", "official"]);
const YES = new Set(["yes", "1", "true"]);

/**
 * Whether and how fast a car drives a way, by its tags. Closed: ways for others, private or forbidden ways, areas,
 * reversible lanes, ferries that do not take cars. One way: `oneway`, motorways, links of motorways and roundabouts.
 * Null where cars have no business. Turn restrictions, signals, tolls and congestion are not looked at.
 */
export function readCarWay(tags: WayTags): CarWay | null {
  const carrier = CARRIER_SPEEDS.get(tags.get("route") ?? "");
  const highway = tags.get("highway") ?? "";
  const access = ACCESS_KEYS.map((key) => tags.get(key)).find((value) => value !== undefined);
  if (access !== undefined && CLOSED.has(access)) return null;
  if (YES.has(tags.get("area") ?? "") || YES.has(tags.get("impassable") ?? "")) return null;
  if (tags.get("status") === "impassable") return null;
  if (carrier !== undefined) return readCarrier(tags, carrier, access);
  const classSpeed = CLASS_SPEEDS.get(highway);
  if (classSpeed === undefined) return null;
  const direction = readDirection(tags, highway);
  if (direction === null) return null;
  const surface = SURFACE_SPEEDS.get(tags.get("surface") ?? "") ?? Number.POSITIVE_INFINITY;
  const posted =
    drivenSpeed(tags.get("maxspeed")) ??
    drivenSpeed(tags.get("zone:maxspeed")) ??
    drivenSpeed(tags.get("maxspeed:type")) ??
    drivenSpeed(tags.get("source:maxspeed"));
  const speed = (key: string) => Math.min(drivenSpeed(tags.get(key)) ?? posted ?? classSpeed, surface);
  return {
    forward: direction >= 0 ? speed("maxspeed:forward") : 0,
    backward: direction <= 0 ? speed("maxspeed:backward") : 0,
    seconds: null,
    open: highway !== "motorway" && highway !== "motorway_link",
  };
}

/** 1: in the order of its nodes only; −1: against it only; 0: both ways; null: it depends on the hour. */
function readDirection(tags: WayTags, highway: string): 1 | 0 | -1 | null {
  const oneway =
    tags.get("oneway:motorcar") ?? tags.get("oneway:motor_vehicle") ?? tags.get("oneway:vehicle") ?? tags.get("oneway");
  if (oneway === "reversible" || oneway === "alternating") return null;
  if (oneway === "-1" || oneway === "reverse") return -1;
  if (oneway !== undefined && YES.has(oneway)) return 1;
  if (oneway === "no" || oneway === "0" || oneway === "false") return 0;
  const junction = tags.get("junction");
  const implied = junction === "roundabout" || junction === "circular" || /^motorway(_link)?$/.test(highway);
  return implied ? 1 : 0;
}

/** Ferries take cars unless told otherwise; `foot`-only ones are tagged motor_vehicle=no. */
function readCarrier(tags: WayTags, speed: number, access: string | undefined): CarWay | null {
  if (access !== undefined && !ALLOWED.has(access)) return null;
  const direction = readDirection(tags, "");
  if (direction === null) return null;
  return {
    forward: direction >= 0 ? speed : 0,
    backward: direction <= 0 ? speed : 0,
    seconds: parseDuration(tags.get("duration")),
    open: false,
  };
}

/** Seconds of `12` (minutes), `1:30`, `00:45:00` or `PT1H30M`; null where it is none of these or zero. */
function parseDuration(text: string | undefined): number | null {
  if (text === undefined) return null;
  const clock = /^(?:(\d+):)?(\d+)(?::(\d\d))?$/.exec(text.trim());
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text.trim());
  const parts = clock ? [0, clock[1], clock[2], clock[3]] : iso ? iso.slice(1) : null;
  if (!parts) return null;
  const [days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return total > 0 ? total : null;
}

/** Barriers a car drives through, as in the OSRM car profile. */
const PASSABLE_BARRIERS = new Set([
  "cattle_grid",
  "border_control",
  "toll_booth",
  "sally_port",
  "gate",
  "lift_gate",
  "swing_gate",
  "no",
  "entrance",
  "height_restrictor",
  "arch",
  "kerb",
]);

export const NODE_KEYS = ["barrier", ...ACCESS_KEYS] as const;

/** Whether a node stops cars: a bollard or the like, unless access tags let cars through; or access closed. */
export function isBlocked(tags: WayTags): boolean {
  const barrier = tags.get("barrier");
  if (barrier === undefined) return false;
  const access = ACCESS_KEYS.map((key) => tags.get(key)).find((value) => value !== undefined);
  return access === undefined ? !PASSABLE_BARRIERS.has(barrier) : CLOSED.has(access);
}
