import type { MinutedCommitment, MinutedConsultation, Minutes } from "../core/participation/minutes.ts";
import type { AgendaItem } from "../core/participation/suggest-agenda.ts";

/** Words of minutes printed by the command line. */
const FR = {
  title: "Procès-verbal",
  on: "État au",
  space: "Espace",
  consultation: "Consultation",
  from: (opens: string, closes: string) => `Du ${opens} au ${closes}`,
  quorum: (voters: number, quorum: number, has: boolean) =>
    `${voters} participant(s), quorum ${quorum} : ${has ? "atteint" : "non atteint"}`,
  columns: "| Option | Collège | Pour | Contre | Abstention |",
  colleges: { users: "Usagers", professionals: "Professionnels", deciders: "Décideurs" },
  stances: { for: "pour", against: "contre", abstain: "abstention" },
  statements: "Explications de vote",
  decision: "Décision",
  minority: "Opinion minoritaire",
  none: "Pas de décision.",
  objectives: "Objectifs",
  objective: (indicator: string, baseline: string, target: string, deadline: string, owner: string) =>
    `${indicator} : de ${baseline} à ${target} avant le ${deadline} (${owner})`,
  commitments: "Engagements",
  due: (owner: string, day: string) => `réponse de ${owner} avant le ${day}`,
  statuses: {
    waiting: "en attente",
    overdue: "sans réponse, délai passé",
    postponed: "reporté",
    yes: "accepté",
    partly: "accepté en partie",
    no: "refusé",
    done: "fait",
  },
  agenda: "Ordre du jour proposé",
  items: {
    "consultation-to-decide": "Consultation close, à décider",
    "consultation-closing": "Consultation bientôt close",
    "commitment-overdue": "Engagement sans réponse, délai passé",
    "objective-late": "Objectif en retard",
    "objective-behind": "Objectif en dessous de sa trajectoire",
    "objective-due": "Objectif bientôt à échéance",
    "commitment-due": "Réponse bientôt attendue",
    "correction-to-judge": "Correction confirmée par deux organisations, à juger",
    "correction-expired": "Correction expirée, à vérifier",
    "area-worsened": "Accès en baisse à la dernière édition",
  },
  verify: "Chacun peut refaire ce document avec le journal signé de l'espace ; version du calcul",
};
const EN: typeof FR = {
  title: "Minutes",
  on: "As of",
  space: "Space",
  consultation: "Consultation",
  from: (opens, closes) => `From ${opens} to ${closes}`,
  quorum: (voters, quorum, has) => `${voters} voter(s), quorum ${quorum}: ${has ? "met" : "not met"}`,
  columns: "| Option | College | For | Against | Abstention |",
  colleges: { users: "Users", professionals: "Professionals", deciders: "Deciders" },
  stances: { for: "for", against: "against", abstain: "abstention" },
  statements: "Statements",
  decision: "Decision",
  minority: "Minority opinion",
  none: "No decision.",
  objectives: "Objectives",
  objective: (indicator, baseline, target, deadline, owner) =>
    `${indicator}: from ${baseline} to ${target} by ${deadline} (${owner})`,
  commitments: "Commitments",
  due: (owner, day) => `answer of ${owner} by ${day}`,
  statuses: {
    waiting: "waiting",
    overdue: "no answer, overdue",
    postponed: "postponed",
    yes: "accepted",
    partly: "accepted in part",
    no: "declined",
    done: "done",
  },
  agenda: "Suggested agenda",
  items: {
    "consultation-to-decide": "Consultation closed, to be decided",
    "consultation-closing": "Consultation closing soon",
    "commitment-overdue": "Commitment without an answer, overdue",
    "objective-late": "Objective late",
    "objective-behind": "Objective behind its path",
    "objective-due": "Objective due soon",
    "commitment-due": "Answer due soon",
    "correction-to-judge": "Correction two organisations confirm, to be judged",
    "correction-expired": "Correction expired, to be checked",
    "area-worsened": "Access fell at the last edition",
  },
  verify: "Anybody can make this document again from the signed log of the space; version of the fold",
};
export const MINUTES_WORDS = { fr: FR, en: EN } as const;
export type MinutesLanguage = keyof typeof MINUTES_WORDS;

/** Minutes as Markdown. What people wrote is escaped: it is text, never a layout. */
export function formatMinutes(minutes: Minutes, agenda: readonly AgendaItem[], language: MinutesLanguage): string {
  const t = MINUTES_WORDS[language];
  const number = (value: number) =>
    value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 6 });
  const { name, space, asOf, consultations, objectives, commitments, foldVersion } = minutes;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
  const lines = [
    `# ${t.title} — ${plain(name)}`,
    "",
    `${t.space} ${space}. ${t.on} ${asOf}.`,
    "",
    ...consultations.flatMap((one) => writeConsultation(one, t)),
    ...section(
      t.objectives,
      objectives.map(
        (one) =>
          `- ${t.objective(one.indicator, number(one.baseline), number(one.target), one.deadline, plain(one.owner))}`,
      ),
    ),
    ...section(
      t.commitments,
      commitments.flatMap((one) => writeCommitment(one, t)),
    ),
    ...section(
      t.agenda,
      agenda.map(({ kind, title, day }) => `- ${t.items[kind]}: ${plain(title)}${day === null ? "" : ` (${day})`}`),
    ),
    `${t.verify} ${foldVersion}.`,
  ];
  return `${lines.join("\n")}\n`;
}

function writeConsultation(one: MinutedConsultation, t: typeof FR): readonly string[] {
  const { question, text, opens, closes, voters, quorum, hasQuorum, tally, options, statements, decisions } = one;
  return [
    `## ${t.consultation}: ${plain(question)}`,
    "",
    ...(text === null ? [] : [plain(text), ""]),
    `${t.from(opens, closes)}. ${t.quorum(voters, quorum, hasQuorum)}.`,
    "",
    t.columns,
    "|---|---|---:|---:|---:|",
    ...tally.map(
      (c) => `| ${plain(options[c.option])} | ${t.colleges[c.college]} | ${c.for} | ${c.against} | ${c.abstain} |`,
    ),
    "",
    ...(statements.length === 0 ? [] : [`### ${t.statements}`, ""]),
    ...statements.map(
      ({ college, option, stance, text: said }) =>
        `- ${college === null ? "—" : t.colleges[college]}, ${plain(options[option])}, ${t.stances[stance]}: ${plain(said)}`,
    ),
    ...(statements.length === 0 ? [] : [""]),
    `### ${t.decision}`,
    "",
    ...(decisions.length === 0 ? [t.none, ""] : []),
    ...decisions.flatMap(({ option, text: said, minority, day }) => [
      `**${plain(options[option])}**${day === null ? "" : ` (${day})`}. ${plain(said)}`,
      "",
      ...(minority === null ? [] : [`${t.minority}: ${plain(minority)}`, ""]),
    ]),
  ];
}

function writeCommitment({ title, text, owner, answerBy, status, replies }: MinutedCommitment, t: typeof FR) {
  return [
    `- **${plain(title)}**: ${plain(text)} (${t.due(plain(owner), answerBy)}; ${t.statuses[status]})`,
    ...replies.map((reply) => `  - ${reply.day ?? "—"}: ${plain(reply.text)}`),
  ];
}

function plain(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/[\\`*_[\]<>|~]/g, "\\$&");
  return line.replace(/^(?:[#+-]|\d+(?=[.)]))/, "\\$&");
}
