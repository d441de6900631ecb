import { FailureError } from "../failure.ts";
import { PROFESSIONS } from "../professions.ts";
import { type Change, LEAVING_AGES, type Opening, subjectOf } from "./change.ts";
import { type FieldFault, FieldReader } from "./field-reader.ts";

/** What a scenario may hold: beyond it, a mistake of unit or a file nobody meant. */
export const CHANGE_LIMITS = {
  changes: 1000,
  stops: 200,
  communes: 500,
  fte: 500,
  halfDays: 62,
  consultationsPerHalfDay: 60,
  consultationsPerYear: 1_000_000,
  minutes: 240,
  text: 80,
} as const;

/** A change that cannot be: which one, and what of it. */
export interface ChangeFault extends FieldFault {
  /** Position in the list. */
  readonly index: number;
  /** Null where the change does not say. */
  readonly id: string | null;
}

const KINDS = [
  "open-centre",
  "resize-centre",
  "close-centre",
  "departure",
  "departure-by-age",
  "mobile-unit",
  "teleconsultation",
  "transport-line",
  "displaced-staff",
] as const satisfies readonly Change["kind"][];

const CODE = /^(?:\d{5}|2[AB]\d{3})$/;

/**
 * Reads every change before any is applied. Throws `bad-input` with the index, id and field of the first fault and how many
 * others there are; `subject` says what two changes are both about.
 */
export function readChanges(json: readonly unknown[]): readonly Change[] {
  const { changes, faults } = tryChanges(json);
  const [first, ...others] = faults;
  if (first) throw changeFailure(first, others.length);
  return changes;
}

/** The failure of a change at fault. */
export function changeFailure({ index, id, field, problem }: ChangeFault, others = 0): FailureError {
  const more = others > 0 ? { others } : {};
  return new FailureError("bad-input", { change: index, ...(id === null ? {} : { id }), field, problem, ...more });
}

/** The same without throwing: every fault, for whoever shows them all. */
export function tryChanges(json: readonly unknown[]): {
  readonly changes: readonly Change[];
  readonly faults: readonly ChangeFault[];
} {
  const all: ChangeFault[] = [];
  const ids = new Map<string, number>();
  const subjects = new Map<string, number>();
  const changes = json.map((item, index) => {
    const faults: FieldFault[] = [];
    const change = readChange(item, faults);
    const id = change.id === "" ? null : change.id;
    const twice = (seen: Map<string, number>, key: string, field: string) => {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, index);
      else faults.push({ field, problem: `change ${before} again (${key})` });
    };
    if (faults.length === 0) {
      twice(ids, change.id, "id");
      if (change.kind === "departure-by-age") twice(subjects, subjectOf(change), "kind");
      else if ("centre" in change) twice(subjects, subjectOf(change), "centre");
    }
    for (const fault of faults) all.push({ ...fault, index, id });
    return change;
  });
  return { changes, faults: all };
}

/** Stands where a change cannot be read. */
const NONE: Change = { kind: "departure-by-age", id: "", upTo: 65 };

function readChange(json: unknown, faults: FieldFault[]): Change {
  const fields = new FieldReader(json, "", faults);
  if (faults.length > 0) return NONE;
  const change = readKind(fields, faults);
  // Fields of an unknown kind are not judged.
  if (faults.length === 0) fields.end();
  return change;
}

function readKind(fields: FieldReader, faults: FieldFault[]): Change {
  const { text, fte, stops, communes, minutes } = CHANGE_LIMITS;
  const id = fields.text("id", text);
  const before = faults.length;
  const kind = fields.oneOf("kind", KINDS);
  if (faults.length > before) return { ...NONE, id };
  const commune = () => fields.matching("commune", CODE, "the INSEE code of a commune");
  const share = (name: string) => fields.number(name, 0, 1);
  const staff = (own: FieldReader) => ({
    profession: own.oneOf("profession", PROFESSIONS),
    fte: own.number("fte", 0, fte, "above"),
  });
  const codes = (name: string) =>
    distinct(
      fields.list(name, 1, communes, (item, path) => readCode(item, path, faults)),
      name,
      faults,
    );
  switch (kind) {
    case "open-centre":
      return {
        kind,
        id,
        centre: fields.text("centre", text),
        commune: commune(),
        to: readOpening(fields, "to", faults),
      };
    case "close-centre":
      return {
        kind,
        id,
        centre: fields.text("centre", text),
        commune: commune(),
        from: readOpening(fields, "from", faults),
      };
    case "resize-centre":
      return {
        kind,
        id,
        centre: fields.text("centre", text),
        commune: commune(),
        from: readOpening(fields, "from", faults),
        to: readOpening(fields, "to", faults),
      };
    case "departure":
      return { kind, id, commune: commune(), ...staff(fields) };
    case "departure-by-age":
      return { kind, id, upTo: fields.oneOf("upTo", LEAVING_AGES) };
    case "mobile-unit":
      return {
        kind,
        id,
        stops: fields.list("stops", 1, stops, (item, path) => {
          const stop = new FieldReader(item, path, faults);
          const read = {
            commune: stop.matching("commune", CODE, "the INSEE code of a commune"),
            halfDays: stop.number("halfDays", 0, CHANGE_LIMITS.halfDays, "above"),
            consultations: stop.number("consultations", 0, CHANGE_LIMITS.consultationsPerHalfDay, "above"),
          };
          stop.end();
          return read;
        }),
      };
    case "teleconsultation":
      return {
        kind,
        id,
        commune: commune(),
        consultations: fields.number("consultations", 0, CHANGE_LIMITS.consultationsPerYear, "above"),
        excluded: share("excluded"),
      };
    case "transport-line":
      return {
        kind,
        id,
        communes: codes("communes"),
        destinations: codes("destinations"),
        minutes: fields.number("minutes", 0, minutes),
        share: share("share"),
      };
    case "displaced-staff": {
      const move = {
        kind,
        id,
        from: fields.matching("from", CODE, "the INSEE code of a commune"),
        to: fields.matching("to", CODE, "the INSEE code of a commune"),
        ...staff(fields),
      };
      if (move.from === move.to && move.to !== "") faults.push({ field: "to", problem: "the commune they leave" });
      return move;
    }
  }
}

function readOpening(fields: FieldReader, name: string, faults: FieldFault[]): Opening {
  return fields.object(name, (opening) => {
    const staff = opening.list("staff", 1, PROFESSIONS.length, (item, path) => {
      const own = new FieldReader(item, path, faults);
      const read = {
        profession: own.oneOf("profession", PROFESSIONS),
        fte: own.number("fte", 0, CHANGE_LIMITS.fte, "above"),
      };
      own.end();
      return read;
    });
    distinct(
      staff.map(({ profession }) => profession),
      opening.at("staff"),
      faults,
    );
    return { staff, days: opening.number("days", 0, 7, "above") };
  });
}

function readCode(item: unknown, path: string, faults: FieldFault[]): string {
  if (typeof item === "string" && CODE.test(item)) return item;
  faults.push({ field: path, problem: "the INSEE code of a commune is expected" });
  return "";
}

function distinct(items: readonly string[], field: string, faults: FieldFault[]): readonly string[] {
  const second = items.find((item, k) => item !== "" && items.indexOf(item) < k);
  if (second !== undefined) faults.push({ field, problem: `${second} twice` });
  return items;
}
