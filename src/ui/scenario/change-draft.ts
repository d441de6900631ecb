import { PROFESSIONS, type Profession } from "../../core/professions.ts";
import { type Change, LEAVING_AGES } from "../../core/scenario/change.ts";
import { CHANGE_LIMITS, tryChanges } from "../../core/scenario/read-change.ts";

/** A field of the form of a change; its name is the key of what is typed in it. */
export type Field =
  | { readonly input: "text" | "commune" | "communes" | "opening" | "stops" | "profession"; readonly name: string }
  | {
      readonly input: "number" | "percent";
      readonly name: string;
      readonly limits: readonly [low: number, high: number];
    }
  | { readonly input: "age"; readonly name: string };

type Kind = Change["kind"];

/** A change as it is typed: any text in any field. */
export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  /** By name: `fte`, `to.days`, `to.staff.nurse`, `stops.0.halfDays`; codes of several communes with commas between. */
  readonly values: Readonly<Record<string, string>>;
}

const { fte, minutes, consultationsPerYear } = CHANGE_LIMITS;
const CENTRE = [
  { input: "text", name: "centre" },
  { input: "commune", name: "commune" },
] as const;
const STAFF = [
  { input: "profession", name: "profession" },
  { input: "number", name: "fte", limits: [0, fte] },
] as const;

/** In the order the choice of a kind lists them. */
export const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  "open-centre": [...CENTRE, { input: "opening", name: "to" }],
  departure: [{ input: "commune", name: "commune" }, ...STAFF],
  "departure-by-age": [{ input: "age", name: "upTo" }],
  "displaced-staff": [{ input: "commune", name: "from" }, { input: "commune", name: "to" }, ...STAFF],
  "mobile-unit": [{ input: "stops", name: "stops" }],
  teleconsultation: [
    { input: "commune", name: "commune" },
    { input: "number", name: "consultations", limits: [0, consultationsPerYear] },
    { input: "percent", name: "excluded", limits: [0, 100] },
  ],
  "transport-line": [
    { input: "communes", name: "communes" },
    { input: "communes", name: "destinations" },
    { input: "number", name: "minutes", limits: [0, minutes] },
    { input: "percent", name: "share", limits: [0, 100] },
  ],
  "resize-centre": [...CENTRE, { input: "opening", name: "from" }, { input: "opening", name: "to" }],
  "close-centre": [...CENTRE, { input: "opening", name: "from" }],
};

export const KINDS = Object.keys(FIELDS) as readonly Kind[];

/** An empty form; a measure that must be stated, such as the share of people excluded, begins empty. */
export function startDraft(kind: Kind, id: string, profession: Profession): Draft {
  const values: Record<string, string> = {};
  for (const { input, name } of FIELDS[kind]) {
    if (input === "profession") values[name] = profession;
    if (input === "age") values[name] = String(LEAVING_AGES[0]);
    if (input === "opening") values[`${name}.days`] = "5";
    if (input === "stops") values[`${name}.0.commune`] = "";
  }
  return { kind, id, values };
}

/** The form of a change that is there; checkDraft gives the same change back. */
export function draftOf(change: Change): Draft {
  const given = new Map<string, unknown>(Object.entries(change));
  const values: Record<string, string> = {};
  for (const { input, name } of FIELDS[change.kind]) {
    const value = given.get(name);
    if (input === "opening") writeOpening(values, name, value as OpeningLike);
    else if (input === "stops")
      (value as readonly object[]).forEach((stop, k) => {
        for (const [part, text] of Object.entries(stop)) values[`${name}.${k}.${part}`] = String(text);
      });
    else values[name] = input === "percent" ? writePercent(Number(value)) : String(value);
  }
  return { kind: change.kind, id: change.id, values };
}

/** The shortest text read back as the same share: 0.07 · 100 is not 7. */
function writePercent(share: number): string {
  const texts = [12, 15, 16, 17].map((digits) => String(Number((share * 100).toPrecision(digits))));
  return texts.find((text) => Number(text) / 100 === share) ?? texts[0];
}

interface OpeningLike {
  readonly days: number;
  readonly staff: readonly { readonly profession: string; readonly fte: number }[];
}

function writeOpening(values: Record<string, string>, name: string, { days, staff }: OpeningLike): void {
  values[`${name}.days`] = String(days);
  for (const { profession, fte: amount } of staff) values[`${name}.staff.${profession}`] = String(amount);
}

/** Names of the stops of a form of a mobile unit, in order: a stop keeps its own when another is taken out. */
export function listStops({ values }: Pick<Draft, "values">): readonly string[] {
  return [...new Set(Object.keys(values).flatMap((key) => /^stops\.(\d+)\./.exec(key)?.[1] ?? []))];
}

/** The name of one more stop. */
export function nextStop(draft: Draft): string {
  return String(1 + Math.max(-1, ...listStops(draft).map(Number)));
}

/** The form without a stop. */
export function withoutStop(draft: Draft, stop: string): Draft {
  const kept = Object.entries(draft.values).filter(([key]) => !key.startsWith(`stops.${stop}.`));
  return { ...draft, values: Object.fromEntries(kept) };
}

/**
 * The change of a form beside the other changes of the scenario, or what is wrong by name of field: problems as readChanges
 * words them.
 */
export function checkDraft(
  draft: Draft,
  others: readonly Change[],
): { readonly change: Change | null; readonly faults: ReadonlyMap<string, string> } {
  const read = tryChanges([...others, buildJson(draft)]);
  const own = read.faults.filter(({ index }) => index === others.length);
  const faults = new Map(own.map(({ field, problem }) => [nameOf(draft, field), problem]));
  return { change: own.length === 0 ? read.changes[others.length] : null, faults };
}

function buildJson({ kind, id, values }: Draft): unknown {
  const number = (name: string) => readNumber(values[name]);
  const json: Record<string, unknown> = { kind, id };
  for (const { input, name } of FIELDS[kind]) {
    const text = values[name] ?? "";
    if (input === "opening") json[name] = { staff: listStaff(values, name), days: number(`${name}.days`) };
    else if (input === "stops")
      json[name] = listStops({ values }).map((stop) => ({
        commune: values[`stops.${stop}.commune`] || undefined,
        halfDays: number(`stops.${stop}.halfDays`),
        consultations: number(`stops.${stop}.consultations`),
      }));
    else if (input === "communes") json[name] = text === "" ? [] : text.split(",");
    else if (input === "number" || input === "age") json[name] = number(name);
    else if (input === "percent") {
      const percent = number(name);
      json[name] = typeof percent === "number" ? percent / 100 : percent;
    } else json[name] = text === "" ? undefined : text;
  }
  return json;
}

function listStaff(values: Draft["values"], name: string) {
  return staffed(values, name).map((profession) => ({
    profession,
    fte: readNumber(values[`${name}.staff.${profession}`]),
  }));
}

function staffed(values: Draft["values"], name: string): readonly Profession[] {
  return PROFESSIONS.filter((profession) => (values[`${name}.staff.${profession}`] ?? "").trim() !== "");
}

/** A number with a comma or a point; nothing where nothing is typed, the text itself where it is no number. */
function readNumber(text = ""): number | string | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return undefined;
  return Number.isFinite(Number(plain)) ? Number(plain) : text;
}

/** `to.staff[1].fte` → `to.staff.nurse`; `stops[0].halfDays` → `stops.<its name>.halfDays`; `communes[3]` → `communes`. */
function nameOf({ kind, values }: Draft, field: string): string {
  if (kind === "departure-by-age") return "upTo";
  const staff = /^(from|to)\.staff\[(\d+)\]/.exec(field);
  if (staff) return `${staff[1]}.staff.${staffed(values, staff[1])[Number(staff[2])]}`;
  const stop = /^stops\[(\d+)\]\.(.+)$/.exec(field);
  if (stop) return `stops.${listStops({ values })[Number(stop[1])]}.${stop[2]}`;
  return field.replace(/\[\d+\]$/, "");
}
