import { addMonths } from "./calendar.ts";
import { canonicalise } from "./canonical.ts";
import type { Act, Docket } from "./docket.ts";
import type { BodyOf } from "./record-types.ts";

export type CorrectionState = "open" | "corroborated" | "accepted" | "rejected" | "sent" | "resolved" | "expired";

/** What some say a row of a source should read. Laid over the source, never written into it. */
export interface Correction {
  /** The first claim; others of the same content join it. */
  readonly id: string;
  readonly claims: readonly string[];
  readonly dataset: string;
  readonly release: string;
  readonly row: string;
  readonly field: string;
  readonly old: string;
  readonly new: string;
  readonly organisations: readonly string[];
  readonly state: CorrectionState;
}

const MONTHS_OPEN = 6;
const AFTER: Readonly<Record<BodyOf<"correction-state">["state"], readonly CorrectionState[]>> = {
  accepted: ["corroborated"],
  rejected: ["open", "corroborated"],
  sent: ["accepted"],
  resolved: ["sent"],
};

interface Open {
  correction: Correction;
  day: string;
  readonly authors: Set<string>;
  readonly scope: string;
}

/** Corrections through open, corroborated (two organisations), accepted, sent, resolved; six months after the last claim, expired. */
export function foldCorrections(docket: Docket): readonly Correction[] {
  const byContent = new Map<string, Open>();
  const byClaim = new Map<string, Open>();
  for (const act of docket.acts("correction", "correction-state")) {
    if (act.record.hdr.type === "correction-state") {
      const { target, state } = act.record.body as unknown as BodyOf<"correction-state">;
      const open = byClaim.get(target);
      if (open === undefined) docket.wait(act);
      else if (!mayJudge(docket, act, open) || !AFTER[state].includes(stateOn(open, act.day))) {
        docket.refuse(act, "not_allowed");
      } else open.correction = { ...open.correction, state };
      continue;
    }
    const { dataset, release, row, field, old, new: replaced } = act.record.body as unknown as BodyOf<"correction">;
    const content = { dataset, release, row, field, old, new: replaced };
    const name = canonicalise(content);
    const open: Open = byContent.get(name) ?? {
      correction: { id: act.record.id, claims: [], ...content, organisations: [], state: "open" },
      day: act.day,
      authors: new Set(),
      scope: act.record.hdr.scope,
    };
    const { correction } = open;
    const organisation = act.grant?.organisation ?? null;
    const organisations = new Set([...correction.organisations, ...(organisation === null ? [] : [organisation])]);
    const isCorroborated = correction.state === "open" && organisations.size >= 2;
    open.correction = {
      ...correction,
      claims: [...correction.claims, act.record.id],
      organisations: Array.from(organisations).sort(),
      state: isCorroborated ? "corroborated" : correction.state,
    };
    if (act.day > open.day) open.day = act.day;
    open.authors.add(act.record.hdr.author);
    byContent.set(name, open);
    byClaim.set(act.record.id, open);
  }
  return Array.from(byContent.values(), (open) => ({ ...open.correction, state: stateOn(open, docket.asOf) }));
}

/** Nobody judges their own claim, nor one outside the territory of their role, whatever scope their record gives itself. */
function mayJudge({ authority }: Docket, { record, at, day }: Act, { authors, scope }: Open): boolean {
  const { author } = record.hdr;
  return !authors.has(author) && authority.find(author, ["moderator", "steward"], scope, at, day) !== null;
}

function stateOn({ correction, day }: Open, today: string): CorrectionState {
  const canExpire = ["open", "corroborated", "accepted"].includes(correction.state);
  return canExpire && today > addMonths(day, MONTHS_OPEN) ? "expired" : correction.state;
}
