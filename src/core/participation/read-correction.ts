import type { Correction } from "../contributions/fold-corrections.ts";
import type { Profession } from "../professions.ts";

/** Types of the BPE whose count moves a figure; the others are said and move none. */
const PROFESSION_OF: Readonly<Record<string, Profession>> = {
  D265: "gp",
  D281: "nurse",
  D279: "physio",
  D278: "midwife",
  D277: "dentist",
};
const FACILITY_OF: Readonly<Record<string, "pharmacy" | "emergency">> = { D307: "pharmacy", D106: "emergency" };

/** What a commune is said to have of one kind of place: all somebody can correct of the pack. */
export interface CountCorrection {
  readonly dataset: "facilities" | "france-services";
  /** INSEE code. */
  readonly commune: string;
  /** Type of the BPE, or `counters` of France Services. */
  readonly field: string;
  readonly old: number;
  readonly new: number;
  /** Whose access it moves. */
  readonly profession: Profession | null;
  /** To which minutes change. */
  readonly facility: "pharmacy" | "emergency" | null;
}

/** Field of a correction that nothing can be made of. `same`: it changes nothing. */
export interface CorrectionFault {
  readonly fault: "dataset" | "row" | "field" | "old" | "new" | "same";
}

export type CorrectionText = Pick<Correction, "dataset" | "row" | "field" | "old" | "new">;

/**
 * A correction in the words the pack understands: dataset `facilities`, row an INSEE code, field a type of the BPE (`D265`);
 * or `france-services`, row an INSEE code, field `counters`; values whole numbers. The pack names no person nor establishment,
 * so nothing about one can be corrected here.
 */
export function readCorrection(text: CorrectionText): CountCorrection | CorrectionFault {
  const { dataset, row, field } = text;
  if (dataset !== "facilities" && dataset !== "france-services") return { fault: "dataset" };
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(row)) return { fault: "row" };
  if (!(dataset === "facilities" ? /^D\d{3}$/.test(field) : field === "counters")) return { fault: "field" };
  const [old, replaced] = [readCount(text.old), readCount(text.new)];
  if (old === null) return { fault: "old" };
  if (replaced === null) return { fault: "new" };
  if (old === replaced) return { fault: "same" };
  const moved = { profession: PROFESSION_OF[field] ?? null, facility: FACILITY_OF[field] ?? null };
  return { dataset, commune: row, field, old, new: replaced, ...moved };
}

function readCount(text: string): number | null {
  return /^(?:0|[1-9]\d{0,4})$/.test(text) ? Number(text) : null;
}
