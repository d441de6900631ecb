/** A consultation about to be asked. */
export interface ConsultationDraft {
  readonly question: string;
  readonly text: string;
  readonly options: readonly OptionDraft[];
  readonly opens: string;
  readonly closes: string;
  readonly quorum: string;
}

export interface OptionDraft {
  readonly text: string;
  /** A scenario of this browser; null: words alone. */
  readonly scenario: string | null;
}

export type ConsultationFault = "empty" | "too-few" | "twice" | "no-day" | "closes-before" | "past" | "not-whole";
export type ConsultationField = "question" | "options" | "opens" | "closes" | "quorum";

export const MOST_OPTIONS = 20;

/** What is wrong with a draft, by field; none: it can be signed. */
export function findConsultationFaults(
  draft: ConsultationDraft,
  day: string,
): ReadonlyMap<ConsultationField, ConsultationFault> {
  const faults = new Map<ConsultationField, ConsultationFault>();
  const texts = draft.options.map(({ text }) => text.trim());
  if (draft.question.trim() === "") faults.set("question", "empty");
  if (texts.some((text) => text === "")) faults.set("options", "empty");
  else if (texts.length < 1) faults.set("options", "too-few");
  else if (new Set(texts).size < texts.length) faults.set("options", "twice");
  if (draft.opens === "") faults.set("opens", "no-day");
  if (draft.closes === "") faults.set("closes", "no-day");
  else if (draft.closes < draft.opens) faults.set("closes", "closes-before");
  else if (draft.closes < day) faults.set("closes", "past");
  if (!/^\d{1,6}$/.test(draft.quorum.trim()) || Number(draft.quorum) < 1) faults.set("quorum", "not-whole");
  return faults;
}
