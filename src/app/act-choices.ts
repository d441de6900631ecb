import { FailureError } from "../core/failure.ts";
import { type FrontAim, PLACEMENT_OBJECTIVES, type PlacementObjective } from "../core/placement/objectives.ts";
import { formatStaff, parseStaff, type StaffShare } from "../core/placement/staff.ts";

/** What the map of the room shows: access as it is published, with the plan, or both on either side of a line. */
export const SIDES = ["before", "after", "both"] as const;
export type Side = (typeof SIDES)[number];

/** What one does in the room: find sites, work on a scenario, plan rounds; what the map shows of a scenario. */
export const MODES = ["sites", "scenario", "rounds"] as const;
export type Mode = (typeof MODES)[number];
export const EFFECTS = ["before", "after", "difference", "both"] as const;
export type Effect = (typeof EFFECTS)[number];

/** What the room « Agir » asks: everything that defines the search. */
export interface ActChoices {
  readonly sites: number;
  /** Full-time equivalents of a site, by halves. */
  readonly fte: number;
  /** Who works at a site where several professions do, each once; empty: the profession on screen alone, `fte` of it. */
  readonly staff: readonly StaffShare[];
  readonly aim: PlacementObjective;
  /** Thousands of euros a year to spend; 0: a number of sites instead. */
  readonly budget: number;
  /** Thousands of euros a year of a site, whatever its size, and of each full-time equivalent. */
  readonly opening: number;
  readonly perFte: number;
  /** People a full-time equivalent of the profession on screen takes, under the aims of mean time and coverage; 0: any. */
  readonly places: number;
  /** Imposed sites that take another number of people, by code. */
  readonly ownPlaces: readonly { readonly code: string; readonly people: number }[];
  /** Who is to have a place. */
  readonly served: "all" | "under";
  /** Other objectives set against it, at most two. */
  readonly versus: readonly FrontAim[];
  /** Power of the shortfall that weighs people: 0, 1 or 2. */
  readonly priority: number;
  /** Minutes of coverage. */
  readonly minutes: number;
  /** Whether today's places of practice count in minutes. */
  readonly practices: boolean;
  readonly pharmacy: boolean;
  readonly franceServices: boolean;
  /** Inhabitants of a candidate at least. */
  readonly people: number;
  /** Minutes from a candidate to the nearest place of practice, more than this. */
  readonly away: number;
  /** Minutes around the territory within which communes are candidates too. */
  readonly margin: number;
  /** INSEE codes, ascending. */
  readonly mandatory: readonly string[];
  readonly excluded: readonly string[];
  /** Searched as soon as the page opens. */
  readonly asked: boolean;
  readonly side: Side;
  readonly mode: Mode;
  readonly effect: Effect;
  /** Whether lines show who goes to which site. */
  readonly links: boolean;
  /** Where the line between before and after stands, per cent of the map from its left. */
  readonly split: number;
}

export const ACT_LIMITS = {
  sites: [1, 20],
  fte: [0.5, 20],
  staffFte: [0, 20],
  importance: [0, 10],
  budget: [0, 100_000],
  opening: [0, 10_000],
  perFte: [1, 1_000],
  places: [0, 10_000],
  ownPlaces: [0, 1_000_000],
  priority: [0, 2],
  minutes: [1, 60],
  people: [0, 100_000],
  away: [0, 30],
  margin: [0, 30],
  split: [0, 100],
} as const;

export const DEFAULT_ACT: ActChoices = {
  sites: 3,
  fte: 4,
  staff: [],
  aim: "shortfall",
  budget: 0,
  opening: 100,
  perFte: 100,
  places: 0,
  ownPlaces: [],
  served: "all",
  versus: [],
  priority: 1,
  minutes: 15,
  practices: false,
  pharmacy: true,
  franceServices: false,
  people: 0,
  away: 0,
  margin: 0,
  mandatory: [],
  excluded: [],
  asked: false,
  side: "after",
  mode: "sites",
  effect: "after",
  links: true,
  split: 50,
};

type Read = <T>(name: string, parse: (text: string) => T, fallback: T) => T;
type Field = keyof ActChoices;
export type NumberField = Exclude<keyof typeof ACT_LIMITS & Field, "ownPlaces">;

/** As written in the address. */
export const ACT_NAMES: Readonly<Record<Field, string>> = {
  sites: "sites",
  fte: "fte",
  staff: "staff",
  aim: "aim",
  budget: "budget",
  opening: "opening-cost",
  perFte: "fte-cost",
  places: "places",
  ownPlaces: "own-places",
  served: "served",
  versus: "versus",
  priority: "priority",
  minutes: "minutes",
  practices: "practices",
  pharmacy: "with-pharmacy",
  franceServices: "with-france-services",
  people: "min-people",
  away: "away",
  margin: "margin",
  mandatory: "must",
  excluded: "never",
  asked: "asked",
  side: "side",
  mode: "mode",
  effect: "effect",
  links: "lines",
  split: "split",
};

/** Choices from the query string; `read` reports what is not usable. */
export function readActChoices(read: Read): ActChoices {
  const own = DEFAULT_ACT;
  const number = (field: NumberField, step = 1) =>
    read(ACT_NAMES[field], (text) => readNumber(field, text, step), own[field]);
  const flag = (field: "practices" | "pharmacy" | "franceServices" | "asked" | "links") =>
    read(ACT_NAMES[field], (text) => oneOf(["0", "1"], ACT_NAMES[field], text) === "1", own[field]);
  const codes = (field: "mandatory" | "excluded") =>
    read(ACT_NAMES[field], (text) => readCodes(ACT_NAMES[field], text), own[field]);
  return {
    sites: number("sites"),
    fte: number("fte", 0.5),
    staff: read(ACT_NAMES.staff, readStaff, own.staff),
    aim: read(ACT_NAMES.aim, (text) => oneOf(PLACEMENT_OBJECTIVES, "aim", text), own.aim),
    budget: number("budget"),
    opening: number("opening"),
    perFte: number("perFte"),
    places: number("places"),
    ownPlaces: read(ACT_NAMES.ownPlaces, readOwnPlaces, own.ownPlaces),
    served: read(ACT_NAMES.served, (text) => oneOf(["all", "under"] as const, "served", text), own.served),
    versus: read(ACT_NAMES.versus, readAims, own.versus),
    priority: number("priority"),
    minutes: number("minutes"),
    practices: flag("practices"),
    pharmacy: flag("pharmacy"),
    franceServices: flag("franceServices"),
    people: number("people"),
    away: number("away"),
    margin: number("margin"),
    mandatory: codes("mandatory"),
    excluded: codes("excluded"),
    asked: flag("asked"),
    side: read(ACT_NAMES.side, (text) => oneOf(SIDES, "side", text), own.side),
    mode: read(ACT_NAMES.mode, (text) => oneOf(MODES, "mode", text), own.mode),
    effect: read(ACT_NAMES.effect, (text) => oneOf(EFFECTS, "effect", text), own.effect),
    links: flag("links"),
    split: number("split"),
  };
}

/** Parts of the query string that differ from the default. */
export function formatActChoices(choices: ActChoices): readonly [name: string, value: string][] {
  const write = (field: Field, { [field]: value, staff, ownPlaces }: ActChoices): string => {
    if (field === "staff") return formatStaff(staff);
    if (field === "ownPlaces") return ownPlaces.map(({ code, people }) => `${code}:${people}`).join(",");
    return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  };
  return (Object.keys(ACT_NAMES) as Field[]).flatMap((field) => {
    const value = write(field, choices);
    return value === write(field, DEFAULT_ACT) ? [] : [[ACT_NAMES[field], value] as [string, string]];
  });
}

/** Nearest value the address takes. */
export function clampAct(field: NumberField, value: number): number {
  const [low, high] = ACT_LIMITS[field];
  const step = field === "fte" ? 0.5 : 1;
  const known = Number.isFinite(value) ? value : low;
  return Math.min(high, Math.max(low, Math.round(known / step) * step));
}

function readNumber(field: NumberField, text: string, step: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const [low, high] = ACT_LIMITS[field];
  if (!(value >= low && value <= high && Number.isInteger(value / step))) {
    throw new FailureError("bad-input", { name: ACT_NAMES[field], text });
  }
  return value;
}

function readStaff(text: string): readonly StaffShare[] {
  const staff = parseStaff(text, "staff");
  const isWithin = ([low, high]: readonly [number, number], value: number) => value >= low && value <= high;
  const isUsable = staff.every(
    ({ fte, importance, cost }) =>
      isWithin(ACT_LIMITS.staffFte, fte) &&
      isWithin(ACT_LIMITS.importance, importance) &&
      Number.isInteger(fte * 2) &&
      (cost === null || isWithin(ACT_LIMITS.perFte, cost)),
  );
  if (!isUsable) throw new FailureError("bad-input", { name: "staff", text });
  return staff;
}

function readOwnPlaces(text: string): ActChoices["ownPlaces"] {
  const [low, high] = ACT_LIMITS.ownPlaces;
  const own = text
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const [, code, people] = /^(\d[\dAB]\d{3}):(\d{1,7})$/.exec(part) ?? [];
      if (code === undefined || !(Number(people) >= low && Number(people) <= high)) {
        throw new FailureError("bad-input", { name: ACT_NAMES.ownPlaces, text });
      }
      return { code, people: Number(people) };
    });
  if (new Set(own.map(({ code }) => code)).size < own.length) {
    throw new FailureError("bad-input", { name: ACT_NAMES.ownPlaces, text });
  }
  return own.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** At most two, in the order of the list. */
function readAims(text: string): readonly FrontAim[] {
  const aims = text.split(",").filter((aim) => aim !== "");
  const known = PLACEMENT_OBJECTIVES.filter((aim): aim is FrontAim => aim !== "lscp" && aims.includes(aim));
  if (known.length !== aims.length || known.length > 2) throw new FailureError("bad-input", { name: "versus", text });
  return known;
}

function readCodes(name: string, text: string): readonly string[] {
  const codes = text.split(",").filter((code) => code !== "");
  if (codes.some((code) => !/^\d[\dAB]\d{3}$/.test(code))) throw new FailureError("bad-input", { name, text });
  return [...new Set(codes)].sort();
}

function oneOf<T extends string>(options: readonly T[], name: string, text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name, text });
  return found;
}
