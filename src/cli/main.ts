import { FailureError } from "../core/failure.ts";

/** Runs a command with its own arguments; resolves when its output is written. */
type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  indicators: async () => (await import("./indicators.ts")).indicators,
  data: async () => (await import("./data.ts")).data,
};

const USAGE = `oasis COMMAND …
  indicators --territory fr|53|35|epci:CODE|35360 --profession gp|nurse|physio|midwife|dentist
             [--indicator official-apl] [--year Y] [--ages all|le65|le62] [--out F.csv|-] [--summary F.json|-]
  data check [--data DIR]
  data build --sources DIR | --download [--cache DIR] [--data DIR]`;

const [name, ...args] = process.argv.slice(2);
try {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) await (await load())(args);
  else {
    console.error(name === undefined || name === "--help" ? USAGE : `unknown command ${name}\n${USAGE}`);
    process.exitCode = name === "--help" ? 0 : 2;
  }
} catch (error) {
  process.exitCode = report(error);
}

/** One line on stderr for bad input (exit 2); the stack for a bug (exit 1). */
function report(error: unknown): number {
  if (error instanceof FailureError) {
    console.error(`oasis ${name}: ${describe(error)}`);
    return 2;
  }
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    console.error(`oasis ${name}: ${error.message.replaceAll("\n", " ")}`);
    return 2;
  }
  console.error(error);
  return 1;
}

function describe({ failure }: FailureError): string {
  const details = Object.entries(failure.params).map(([key, value]) => `${key} ${value}`);
  return `${failure.code}: ${details.join(", ")}`;
}
