import { addMonths } from "../contributions/calendar.ts";
import type { FoldState } from "../contributions/fold.ts";
import type { RecordLog } from "../contributions/record-log.ts";
import type { BodyOf } from "../contributions/record-types.ts";
import type { ObjectiveStatus } from "./score-objective.ts";

/** An area whose published access fell from one edition to the next. */
export interface WorsenedArea {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly before: number;
  readonly after: number;
  /** Whether it is under the threshold now and was not. */
  readonly isNewlyUnder: boolean;
}

/** Something the data or the log say is due; `day`: when, where there is one. In the order of `KINDS`, then by day. */
export type AgendaItem = {
  readonly kind: (typeof KINDS)[number];
  /** Record it is about; null: an area. */
  readonly id: string | null;
  readonly day: string | null;
  /** Words of the record, or name of the area. */
  readonly title: string;
  readonly area: WorsenedArea | null;
};

const KINDS = [
  "consultation-to-decide",
  "consultation-closing",
  "commitment-overdue",
  "objective-late",
  "objective-behind",
  "objective-due",
  "commitment-due",
  "correction-to-judge",
  "correction-expired",
  "area-worsened",
] as const;

export interface AgendaSources {
  /** Where objectives stand, by id, where they were scored. */
  readonly statuses?: ReadonlyMap<string, ObjectiveStatus>;
  /** Communes of the territory that lost access at the last edition. */
  readonly worsened?: readonly WorsenedArea[];
  /** Months within which a day is near: 3 for objectives, 1 for the rest, unless said. */
  readonly months?: number;
}

/** An agenda from what is written and measured; people add the rest. */
export function suggestAgenda(state: FoldState, log: RecordLog, sources: AgendaSources = {}): readonly AgendaItem[] {
  const { asOf } = state;
  const [soon, season] = [addMonths(asOf, sources.months ?? 1), addMonths(asOf, sources.months ?? 3)];
  const items: AgendaItem[] = [];
  const add = (kind: AgendaItem["kind"], id: string | null, day: string | null, title: string) =>
    items.push({ kind, id, day, title, area: null });
  const hidden = new Set(state.contributions.filter(({ visibility }) => visibility === "hidden").map(({ id }) => id));
  const titleOf = (id: string) => {
    const body = log.records.get(id)?.body as unknown as Partial<BodyOf<"consultation"> & BodyOf<"commitment">> | null;
    return body?.question ?? body?.title ?? "";
  };
  const decided = new Set(state.decisions.map(({ consultation }) => consultation));
  for (const { id, opens, closes } of state.consultations) {
    if (hidden.has(id)) continue;
    if (closes < asOf && !decided.has(id)) add("consultation-to-decide", id, closes, titleOf(id));
    if (opens <= asOf && closes >= asOf && closes <= soon) add("consultation-closing", id, closes, titleOf(id));
  }
  for (const { id, answerBy, status } of state.commitments ?? []) {
    if (hidden.has(id)) continue;
    if (status === "overdue") add("commitment-overdue", id, answerBy, titleOf(id));
    else if ((status === "waiting" || status === "postponed") && answerBy <= soon) {
      add("commitment-due", id, answerBy, titleOf(id));
    }
  }
  for (const { id, indicator, deadline } of state.objectives) {
    const status = sources.statuses?.get(id);
    if (hidden.has(id) || status === "reached") continue;
    if (status === "late" || status === "behind") add(`objective-${status}`, id, deadline, indicator);
    else if (deadline <= season) add("objective-due", id, deadline, indicator);
  }
  for (const { id, state: stage, row, field, old, new: replaced } of state.corrections) {
    const title = `${row} ${field} ${old} → ${replaced}`;
    if (hidden.has(id)) continue;
    if (stage === "corroborated") add("correction-to-judge", id, null, title);
    if (stage === "expired") add("correction-expired", id, null, title);
  }
  for (const area of sources.worsened ?? []) {
    items.push({ kind: "area-worsened", id: null, day: null, title: area.name, area });
  }
  const rank = (item: AgendaItem) => KINDS.indexOf(item.kind);
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => rank(a.item) - rank(b.item) || compareDays(a.item.day, b.item.day) || a.at - b.at)
    .map(({ item }) => item);
}

function compareDays(a: string | null, b: string | null): number {
  const [one, other] = [a ?? "", b ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
