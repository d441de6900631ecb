import { FailureError } from "../core/failure.ts";

/** What one does in room « Participer ». */
export const PARTS = [
  "report",
  "proposals",
  "corrections",
  "committee",
  "felt",
  "moderation",
  "records",
  "rights",
] as const;
export type Part = (typeof PARTS)[number];

/** What room « Participer » shows. */
export interface ParticipateChoices {
  readonly part: Part;
  /** The space one looks at: `public`, `committee:NAME` or `intake:NAME`; null: the first one known. */
  readonly space: string | null;
  /** Id of the record opened; null: none. */
  readonly record: string | null;
  /** Whether indicators take the corrections accepted. */
  readonly corrected: boolean;
}

export const DEFAULT_PARTICIPATE: ParticipateChoices = { part: "report", space: null, record: null, corrected: false };

type Read = <T>(name: string, parse: (text: string) => T, fallback: T) => T;

/** Choices from the query string; `read` reports what is not usable. */
export function readParticipateChoices(read: Read): ParticipateChoices {
  const own = DEFAULT_PARTICIPATE;
  return {
    part: read("part", readPart, own.part),
    space: read(
      "space",
      (text) => matching(/^(?:public|(?:committee|intake):[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)$/, "space", text),
      own.space,
    ),
    record: read("record", (text) => matching(/^[A-Za-z0-9_-]{43}$/, "record", text), own.record),
    corrected: read("corrected", (text) => matching(/^[01]$/, "corrected", text) === "1", own.corrected),
  };
}

/** Parts of the query string that differ from the default. */
export function formatParticipateChoices(choices: ParticipateChoices): readonly [name: string, value: string][] {
  const { part, space, record, corrected } = choices;
  const written: [string, string | null][] = [
    ["part", part === DEFAULT_PARTICIPATE.part ? null : part],
    ["space", space],
    ["record", record],
    ["corrected", corrected ? "1" : null],
  ];
  return written.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
}

function readPart(text: string): Part {
  const found = PARTS.find((part) => part === text);
  if (found === undefined) throw new FailureError("bad-input", { name: "part", text });
  return found;
}

function matching(pattern: RegExp, name: string, text: string): string {
  if (!pattern.test(text)) throw new FailureError("bad-input", { name, text });
  return text;
}
