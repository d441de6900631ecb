import type { FoldState } from "../contributions/fold.ts";
import type { Commitment } from "../contributions/fold-commitments.ts";
import type { CollegeTally } from "../contributions/fold-consultations.ts";
import type { RecordLog } from "../contributions/record-log.ts";
import type { Answer, BodyOf, College, RecordTypeName, STANCES } from "../contributions/record-types.ts";
import { listObjectives, type ObjectiveTerms } from "./list-objectives.ts";

/** What a member wrote beside a position; who they are is their key. */
export interface Statement {
  readonly id: string;
  readonly college: College | null;
  readonly option: number;
  readonly stance: (typeof STANCES)[number];
  readonly text: string;
}

export interface MinutedDecision {
  readonly id: string;
  /** Day it was received; null when its receipt is not here. */
  readonly day: string | null;
  readonly option: number;
  readonly text: string;
  /** Opinion of those who disagreed, as they worded it. */
  readonly minority: string | null;
  readonly hasQuorum: boolean;
  readonly foldVersion: number;
}

export interface MinutedConsultation {
  readonly id: string;
  readonly scope: string;
  readonly question: string;
  readonly text: string | null;
  readonly opens: string;
  readonly closes: string;
  readonly phase: "coming" | "open" | "closed";
  readonly options: readonly string[];
  /** Members who had to take a position for it to count, and who did. */
  readonly quorum: number;
  readonly voters: number;
  readonly hasQuorum: boolean;
  /** Colleges are counted apart, never added up. */
  readonly tally: readonly CollegeTally[];
  readonly statements: readonly Statement[];
  readonly decisions: readonly MinutedDecision[];
}

export interface MinutedCommitment extends Pick<Commitment, "id" | "scope" | "owner" | "answerBy" | "status"> {
  readonly title: string;
  readonly text: string;
  readonly decision: string | null;
  readonly replies: readonly { readonly answer: Answer; readonly text: string; readonly day: string | null }[];
}

/** What a committee asked, said and decided, as plain data: whoever folds the same log gets the same. */
export interface Minutes {
  readonly space: string;
  readonly genesis: string;
  /** Name of the committee. */
  readonly name: string;
  readonly asOf: string;
  readonly foldVersion: number;
  readonly consultations: readonly MinutedConsultation[];
  readonly objectives: readonly ObjectiveTerms[];
  readonly commitments: readonly MinutedCommitment[];
}

/** `consultation`: that one alone, with the objectives and commitments of its decisions; null: everything. */
export function writeMinutes(state: FoldState, log: RecordLog, consultation: string | null = null): Minutes {
  const shown = new Map(state.contributions.map((one) => [one.id, one]));
  const isShown = (id: string) => shown.get(id)?.visibility !== "hidden";
  const bodyOf = <T extends RecordTypeName>(id: string) =>
    (log.records.get(id)?.body ?? null) as unknown as BodyOf<T> | null;
  const words = (id: string, text: string) => shown.get(id)?.replacement ?? text;
  const days = new Map(log.receipts.toReversed().map((receipt) => [receipt.id, receipt.rts.slice(0, 10)]));
  const consultations = state.consultations
    .filter(({ id }) => (consultation === null || id === consultation) && isShown(id))
    .flatMap((about): readonly MinutedConsultation[] => {
      const body = bodyOf<"consultation">(about.id);
      if (body === null) return [];
      const { question, text = null, options, quorum } = body;
      const { id, scope, opens, closes, voters, hasQuorum, tally } = about;
      const phase = state.asOf < opens ? "coming" : state.asOf > closes ? "closed" : "open";
      const decisions = state.decisions
        .filter((decision) => decision.consultation === id && isShown(decision.id))
        .map((decision) => {
          const said = bodyOf<"decision">(decision.id)!;
          const { option, foldVersion } = decision;
          const about = { id: decision.id, option, foldVersion, hasQuorum: decision.hasQuorum };
          return { ...about, day: days.get(decision.id) ?? null, text: said.text, minority: said.minority ?? null };
        });
      const statements = listStatements(state, log, id, words);
      const when = { opens, closes, phase } as const;
      return [{ id, scope, question, text, options, quorum, ...when, voters, hasQuorum, tally, statements, decisions }];
    });
  const decided = new Set(consultations.flatMap(({ decisions }) => decisions.map(({ id }) => id)));
  const isAbout = (decision: string | null) => consultation === null || (decision !== null && decided.has(decision));
  const commitments = (state.commitments ?? []).flatMap((one): readonly MinutedCommitment[] => {
    const body = bodyOf<"commitment">(one.id);
    if (body === null || !isShown(one.id) || !isAbout(body.decision ?? null)) return [];
    const replies = one.replies.map(({ id, answer }) => ({
      answer,
      text: isShown(id) ? words(id, bodyOf<"reply">(id)?.text ?? "") : "",
      day: days.get(id) ?? null,
    }));
    const { id, scope, owner, answerBy, status } = one;
    const { title, decision = null } = body;
    const text = words(one.id, body.text);
    return [{ id, scope, owner, answerBy, status, title, text, decision, replies }];
  });
  return {
    space: state.space,
    genesis: state.genesis,
    name: bodyOf<"genesis">(state.genesis)?.name ?? state.space,
    asOf: state.asOf,
    foldVersion: state.foldVersion,
    consultations,
    objectives: listObjectives(state, log).filter(({ id, decision }) => isShown(id) && isAbout(decision)),
    commitments,
  };
}

/** The last words of each member on each option, those hidden left out. */
function listStatements(
  { contributions, grants, pending, refused }: FoldState,
  { records }: RecordLog,
  consultation: string,
  words: (id: string, text: string) => string,
): readonly Statement[] {
  const without = new Set([...pending, ...refused.map(({ id }) => id)]);
  const last = new Map<string, Statement>();
  for (const { id, author, visibility } of contributions.filter(({ type }) => type === "position")) {
    const body = records.get(id)?.body as unknown as BodyOf<"position"> | null | undefined;
    if (!body || body.consultation !== consultation || without.has(id) || visibility === "hidden") continue;
    const { option, stance, statement } = body;
    const college = grants.findLast((grant) => grant.subject === author && grant.role === "member")?.college ?? null;
    const name = `${author} ${option}`;
    last.delete(name);
    if (statement !== undefined) last.set(name, { id, college, option, stance, text: words(id, statement) });
  }
  return Array.from(last.values());
}
