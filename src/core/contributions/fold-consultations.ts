import type { Grant } from "./authority.ts";
import type { Docket } from "./docket.ts";
import { type BodyOf, COLLEGES, type College, STANCES } from "./record-types.ts";

export interface CollegeTally {
  readonly option: number;
  readonly college: College;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface Consultation {
  readonly id: string;
  readonly scope: string;
  readonly opens: string;
  readonly closes: string;
  readonly options: number;
  /** Members who took a position, each once. */
  readonly voters: number;
  readonly hasQuorum: boolean;
  /** Colleges are never added up. */
  readonly tally: readonly CollegeTally[];
}

export interface Decision {
  readonly id: string;
  readonly consultation: string;
  readonly option: number;
  readonly at: number;
  readonly foldVersion: number;
  readonly hasQuorum: boolean;
}

interface Vote {
  readonly option: number;
  readonly college: College;
  readonly stance: (typeof STANCES)[number];
}

/** Positions by college, a member's last one on each option counting, and decisions taken once a consultation has closed. */
export function foldConsultations(docket: Docket): {
  readonly consultations: readonly Consultation[];
  readonly decisions: readonly Decision[];
} {
  const bodies = new Map<string, { readonly scope: string; readonly body: BodyOf<"consultation"> }>();
  for (const { record } of docket.acts("consultation")) {
    bodies.set(record.id, { scope: record.hdr.scope, body: record.body as unknown as BodyOf<"consultation"> });
  }
  const votes = new Map<string, Map<string, Vote>>(Array.from(bodies.keys(), (id) => [id, new Map()]));
  for (const act of docket.acts("position")) {
    const { consultation, option, stance } = act.record.body as unknown as BodyOf<"position">;
    const about = bodies.get(consultation);
    if (about === undefined) docket.wait(act);
    else if (
      act.record.hdr.scope !== about.scope ||
      option >= about.body.options.length ||
      act.grant?.college == null
    ) {
      docket.refuse(act, "not_allowed");
    } else if (act.day < about.body.opens || act.day > about.body.closes) docket.refuse(act, "closed");
    else {
      const seat = findSeat(act.grant, docket.authority.grants);
      votes.get(consultation)!.set(`${seat} ${option}`, { option, stance, college: act.grant.college });
    }
  }
  const consultations = Array.from(bodies, ([id, { scope, body }]): Consultation => {
    const cast = votes.get(id)!;
    const voters = new Set(Array.from(cast.keys(), (name) => name.split(" ")[0])).size;
    const { opens, closes, options, quorum } = body;
    const figures = { voters, hasQuorum: voters >= quorum, tally: count(cast.values(), options.length) };
    return { id, scope, opens, closes, options: options.length, ...figures };
  });
  return { consultations, decisions: foldDecisions(docket, consultations) };
}

function foldDecisions(docket: Docket, consultations: readonly Consultation[]): readonly Decision[] {
  const decisions: Decision[] = [];
  for (const act of docket.acts("decision")) {
    const { consultation, option, foldVersion } = act.record.body as unknown as BodyOf<"decision">;
    const about = consultations.find(({ id }) => id === consultation);
    if (about === undefined) docket.wait(act);
    else if (option >= about.options || act.record.hdr.scope !== about.scope || act.day <= about.closes) {
      docket.refuse(act, "not_allowed");
    } else {
      const { id } = act.record;
      decisions.push({ id, consultation, option, at: act.at, foldVersion, hasQuorum: about.hasQuorum });
    }
  }
  return decisions;
}

/** A member who lost a key keeps one seat: that of the first grant in the chain of successions. */
function findSeat(grant: Grant, grants: ReadonlyMap<string, Grant>): string {
  let first = grant;
  for (const seen = new Set<string>(); first.succeeds !== null && !seen.has(first.id); ) {
    seen.add(first.id);
    const before = grants.get(first.succeeds);
    if (before === undefined || before.college !== grant.college) break;
    first = before;
  }
  return first.subject;
}

function count(votes: Iterable<Vote>, options: number): readonly CollegeTally[] {
  const cast = Array.from(votes);
  return Array.from({ length: options }, (_, option) =>
    COLLEGES.map((college) => {
      const some = cast.filter((vote) => vote.option === option && vote.college === college);
      const [agree, against, abstain] = STANCES.map((stance) => some.filter((vote) => vote.stance === stance).length);
      return { option, college, for: agree, against, abstain };
    }),
  ).flat();
}
