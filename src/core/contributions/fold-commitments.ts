import type { Docket } from "./docket.ts";
import type { Answer, BodyOf } from "./record-types.ts";

/** Something somebody must answer for by a day, and what they said. */
export interface Commitment {
  readonly id: string;
  readonly scope: string;
  readonly owner: string;
  /** Day an answer is due: the first one given, or the one the last « later » gave. */
  readonly answerBy: string;
  /** In order of receipt. */
  readonly replies: readonly { readonly id: string; readonly answer: Answer; readonly at: number }[];
  /** `overdue`: the day has passed without an answer that settles it. */
  readonly status: "waiting" | "overdue" | "postponed" | "yes" | "partly" | "no" | "done";
}

/** Commitments with the replies to them, the last one counting. A reply speaks for the same territory. */
export function foldCommitments(docket: Docket): readonly Commitment[] {
  const found = new Map<string, Omit<Commitment, "status">>();
  for (const act of docket.acts("commitment", "reply")) {
    const { id, hdr } = act.record;
    if (hdr.type === "commitment") {
      const { owner, answerBy } = act.record.body as unknown as BodyOf<"commitment">;
      found.set(id, { id, scope: hdr.scope, owner, answerBy, replies: [] });
      continue;
    }
    const { commitment, answer, answerBy } = act.record.body as unknown as BodyOf<"reply">;
    const asked = found.get(commitment);
    const isPostponing = answer === "later";
    if (asked === undefined) docket.wait(act);
    else if (asked.scope !== hdr.scope || isPostponing !== (answerBy !== undefined)) docket.refuse(act, "not_allowed");
    else {
      const replies = [...asked.replies, { id, answer, at: act.at }];
      found.set(commitment, { ...asked, replies, answerBy: answerBy ?? asked.answerBy });
    }
  }
  return Array.from(found.values(), (commitment) => ({ ...commitment, status: statusOn(commitment, docket.asOf) }));
}

function statusOn({ replies, answerBy }: Omit<Commitment, "status">, today: string): Commitment["status"] {
  const last = replies.at(-1)?.answer;
  if (last !== undefined && last !== "later") return last;
  if (today > answerBy) return "overdue";
  return last === undefined ? "waiting" : "postponed";
}
