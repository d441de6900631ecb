import type { Profession } from "../professions.ts";

/** Work of one profession, in full-time equivalents at five days of opening a week. */
export interface Staff {
  readonly profession: Profession;
  readonly fte: number;
}

/** Who works in a centre and how often it is open: three days of two full-time equivalents are 1.2. */
export interface Opening {
  readonly staff: readonly Staff[];
  /** Days a week, above 0, 7 at most. */
  readonly days: number;
}

interface Base {
  /** Unique in a scenario; what an edit, a merge and a failure name. */
  readonly id: string;
  /** INSEE code. */
  readonly commune: string;
}

/** A centre is known by a name its authors give it: the pack counts places of practice, it does not name them. */
interface CentreBase extends Base {
  readonly centre: string;
}

export interface OpenCentre extends CentreBase {
  readonly kind: "open-centre";
  readonly to: Opening;
}

export interface ResizeCentre extends CentreBase {
  readonly kind: "resize-centre";
  readonly from: Opening;
  readonly to: Opening;
}

export interface CloseCentre extends CentreBase {
  readonly kind: "close-centre";
  readonly from: Opening;
}

/** Somebody leaves a commune and nobody replaces them. */
export interface Departure extends Base, Staff {
  readonly kind: "departure";
}

/** Practitioners above an age no longer count, everywhere, by the official values published for those up to it. */
export interface DepartureByAge {
  readonly kind: "departure-by-age";
  readonly id: string;
  readonly upTo: AgeOfLeaving;
}

export const LEAVING_AGES = [65, 62, 60] as const;
export type AgeOfLeaving = (typeof LEAVING_AGES)[number];

export interface Stop {
  readonly commune: string;
  /** Half-days a month, every month of the year. */
  readonly halfDays: number;
  /** Consultations in a half-day, time on the road already taken off. */
  readonly consultations: number;
}

/** A consulting room on wheels, of general practitioners: consultations are the unit of their indicator alone. */
export interface MobileUnit {
  readonly kind: "mobile-unit";
  readonly id: string;
  readonly stops: readonly Stop[];
}

/** Consultations by video in a room of a commune, of general practitioners. */
export interface Teleconsultation extends Base {
  readonly kind: "teleconsultation";
  /** A year. */
  readonly consultations: number;
  /** Share of them that people far from digital tools do not use, in [0, 1]: a statement of the authors, not a measure. */
  readonly excluded: number;
}

/** A line that takes people without a car from some communes to others; nobody else's times change. */
export interface TransportLine {
  readonly kind: "transport-line";
  readonly id: string;
  readonly communes: readonly string[];
  readonly destinations: readonly string[];
  /** From door to door, for people without a car. */
  readonly minutes: number;
  /** Share of the people of the communes served who have no car and can take the line, in [0, 1]. */
  readonly share: number;
}

/** Staff who work elsewhere from now on: a loss where they leave, a gain where they arrive. */
export interface DisplacedStaff extends Staff {
  readonly kind: "displaced-staff";
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** One thing a scenario changes; plain data. */
export type Change =
  | OpenCentre
  | ResizeCentre
  | CloseCentre
  | Departure
  | DepartureByAge
  | MobileUnit
  | Teleconsultation
  | TransportLine
  | DisplacedStaff;

/**
 * What a change is about. Two changes of one scenario never share a subject, so that their order cannot matter; a change that
 * only adds to others is its own subject.
 */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case "open-centre":
    case "resize-centre":
    case "close-centre":
      return `centre ${change.centre}`;
    case "departure-by-age":
      return change.kind;
    default:
      return `change ${change.id}`;
  }
}

/** Every commune a change names and the field that does, in order. */
export function communesOf(change: Change): readonly { readonly field: string; readonly code: string }[] {
  const list = (field: string, codes: readonly string[]) => codes.map((code, k) => ({ field: `${field}[${k}]`, code }));
  switch (change.kind) {
    case "departure-by-age":
      return [];
    case "mobile-unit":
      return change.stops.map(({ commune }, k) => ({ field: `stops[${k}].commune`, code: commune }));
    case "transport-line":
      return [...list("communes", change.communes), ...list("destinations", change.destinations)];
    case "displaced-staff":
      return [
        { field: "from", code: change.from },
        { field: "to", code: change.to },
      ];
    default:
      return [{ field: "commune", code: change.commune }];
  }
}

/** Whether a change can move the figures of a profession. */
export function concerns(change: Change, own: Profession): boolean {
  switch (change.kind) {
    case "open-centre":
      return change.to.staff.some(({ profession }) => profession === own);
    case "close-centre":
      return change.from.staff.some(({ profession }) => profession === own);
    case "resize-centre":
      return [...change.from.staff, ...change.to.staff].some(({ profession }) => profession === own);
    case "departure":
    case "displaced-staff":
      return change.profession === own;
    case "mobile-unit":
    case "teleconsultation":
    case "departure-by-age":
      return own === "gp";
    case "transport-line":
      return true;
  }
}

/** In the order results are summed in, whatever the order of the list: by id, code unit by code unit. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
