import { COLLEGES, STANCES } from "../../../core/contributions/record-types.ts";
import type { MinutedConsultation, Minutes } from "../../../core/participation/minutes.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { sayIndicatorName, sayValue } from "./indicator-words.ts";

/** A piece of the minutes, the same on paper and in files. */
export type MinutesBlock =
  | { readonly kind: "title" | "heading" | "subheading" | "text" | "quote"; readonly text: string }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** What minutes take from beside them. */
export interface MinutesNames {
  /** Name of a scope. */
  place(scope: string): string;
  /** Notes signed beside a consultation. */
  notes(consultation: string): readonly string[];
}

/** Minutes in words. */
export function writeBlocks(minutes: Minutes, names: MinutesNames, t: Texts, f: Formats): readonly MinutesBlock[] {
  const words = t.committee.minutes;
  const { consultations, objectives, commitments } = minutes;
  const none: MinutesBlock = { kind: "text", text: words.none };
  return [
    { kind: "title", text: words.title(minutes.name) },
    { kind: "text", text: words.asOf(f.date(minutes.asOf)) },
    { kind: "heading", text: t.committee.consultations.title },
    ...(consultations.length === 0 ? [none] : consultations.flatMap((one) => writeConsultation(one, names, t, f))),
    { kind: "heading", text: t.committee.objectives.title },
    ...(objectives.length === 0
      ? [none]
      : objectives.flatMap(({ indicator, scope, baseline, baselineDate, target, deadline, owner }): MinutesBlock[] => {
          const say = (value: number) => sayValue(value, indicator, t, f);
          const path = t.committee.objectives.path(say(baseline), f.date(baselineDate), say(target), f.date(deadline));
          return [
            { kind: "subheading", text: sayIndicatorName(indicator, t, f) },
            { kind: "text", text: `${names.place(scope)} · ${path} · ${t.committee.objectives.owner(owner)}` },
          ];
        })),
    { kind: "heading", text: t.committee.commitments.title },
    ...(commitments.length === 0
      ? [none]
      : commitments.flatMap(({ title, text, owner, answerBy, status, replies }): MinutesBlock[] => [
          { kind: "subheading", text: `${title} : ${t.committee.commitments.statuses[status]}` },
          { kind: "text", text: t.committee.commitments.expected(owner, f.date(answerBy)) },
          { kind: "quote", text },
          ...replies.map((reply): MinutesBlock => {
            const day = reply.day === null ? "" : ` (${f.date(reply.day)})`;
            return { kind: "quote", text: `${t.committee.commitments.answers[reply.answer]}${day} : ${reply.text}` };
          }),
        ])),
    { kind: "text", text: words.foot(minutes.space, minutes.genesis, minutes.foldVersion) },
  ];
}

function writeConsultation(
  about: MinutedConsultation,
  names: MinutesNames,
  t: Texts,
  f: Formats,
): readonly MinutesBlock[] {
  const { committee: words } = t;
  const { consultations, consultation, decide } = words;
  const when = `${consultations.phases[about.phase]} · ${consultations.period(f.date(about.opens), f.date(about.closes))}`;
  const head = [consultation.college, ...STANCES.map((stance) => words.stances[stance])];
  return [
    { kind: "subheading", text: about.question },
    { kind: "text", text: `${names.place(about.scope)} · ${when}` },
    ...(about.text === null ? [] : [{ kind: "quote", text: about.text } as const]),
    { kind: "text", text: `${consultation.quorum(about.voters, about.quorum)} ${consultation.neverAdded}` },
    ...about.options.map((caption, option): MinutesBlock => {
      const rows = COLLEGES.map((college) => {
        const row = about.tally.find((one) => one.option === option && one.college === college);
        return [words.colleges[college], ...STANCES.map((stance) => f.integer(row?.[stance] ?? 0))];
      });
      return { kind: "table", caption, head, rows };
    }),
    ...about.statements.map(({ college, option, stance, text }): MinutesBlock => {
      const who = college === null ? "" : `${words.colleges[college]}, `;
      return { kind: "quote", text: `${who}${words.stances[stance]}, ${about.options[option] ?? ""} : ${text}` };
    }),
    ...names.notes(about.id).map((text): MinutesBlock => ({ kind: "quote", text })),
    ...about.decisions.flatMap(({ day, option, text, minority, hasQuorum, foldVersion }): MinutesBlock[] => [
      { kind: "subheading", text: decide.decidedOn(day === null ? "" : f.date(day)) },
      { kind: "text", text: decide.chosen(about.options[option] ?? "") },
      { kind: "quote", text },
      ...(minority === null ? [] : [{ kind: "quote", text: `${decide.minority} : ${minority}` } as const]),
      { kind: "text", text: `${hasQuorum ? decide.withQuorum : decide.withoutQuorum} ${decide.counted(foldVersion)}` },
    ]),
  ];
}
