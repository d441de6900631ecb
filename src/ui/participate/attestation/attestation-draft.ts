import type { Mission } from "../../../core/participation/attestation.ts";

/** A mission about to be attested, as typed. */
export interface MissionDraft {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly declared: string;
  readonly confirmed: string;
}

export type MissionFault = "empty" | "no-day" | "ends-before" | "no-hours" | "more-than-declared";

export const NEW_MISSION: MissionDraft = { title: "", from: "", to: "", declared: "", confirmed: "" };

/** What is wrong with a mission, by field; none: `readMission` gives it. */
export function findMissionFaults(draft: MissionDraft): ReadonlyMap<keyof MissionDraft, MissionFault> {
  const faults = new Map<keyof MissionDraft, MissionFault>();
  const [declared, confirmed] = [readHours(draft.declared), readHours(draft.confirmed)];
  if (draft.title.trim() === "") faults.set("title", "empty");
  if (draft.from === "") faults.set("from", "no-day");
  if (draft.to === "") faults.set("to", "no-day");
  else if (draft.to < draft.from) faults.set("to", "ends-before");
  if (declared === null) faults.set("declared", "no-hours");
  if (draft.confirmed.trim() !== "" && confirmed === null) faults.set("confirmed", "no-hours");
  else if (declared !== null && confirmed !== null && Number(confirmed) > Number(declared)) {
    faults.set("confirmed", "more-than-declared");
  }
  return faults;
}

/** null while something is wrong with it. */
export function readMission(draft: MissionDraft): Mission | null {
  const declared = readHours(draft.declared);
  if (declared === null || findMissionFaults(draft).size > 0) return null;
  const confirmed = readHours(draft.confirmed);
  const { from, to } = draft;
  return { title: draft.title.trim(), from, to, declared, ...(confirmed === null ? {} : { confirmed }) };
}

/** `12,5` as records write it; null: not a number of hours. */
function readHours(text: string): string | null {
  const plain = text.trim().replace(",", ".");
  return /^(?:0|[1-9]\d{0,4})(?:\.\d{1,2})?$/.test(plain) ? plain : null;
}
