import { encodeBase64url } from "../../../core/contributions/base64url.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { formatScenario, parseScenario, type Scenario } from "../../../core/scenario/document.ts";

const LONGEST_PARAMETERS = 8000;

/** Whether a scenario has a result somebody else can check. */
export function canAttach(scenario: Scenario): boolean {
  return scenario.computed !== null;
}

/** A computed scenario as a record: what is asked, of which data and engine, and the hash of what came of it. Null: too long. */
export function scenarioBody(scenario: Scenario, text: string): BodyOf<"scenario"> | null {
  const { computed } = scenario;
  if (computed === null) return null;
  const parameters = JSON.stringify(JSON.parse(formatScenario(scenario)));
  if (parameters.length > LONGEST_PARAMETERS) return null;
  return {
    title: scenario.title,
    text,
    parameters,
    release: computed.dataRelease,
    engine: computed.engineVersion,
    result: encodeBase64url(
      Uint8Array.from(computed.resultHash.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    ),
  };
}

/** The scenario of a record, to be opened in room « Agir ». Throws `bad-input` for one this version cannot read. */
export function readScenarioBody({ parameters, title }: BodyOf<"scenario">): Scenario {
  return parseScenario(parameters, title);
}
