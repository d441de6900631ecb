import { queryOptions } from "@tanstack/react-query";
import { encodeBase64url } from "../core/contributions/base64url.ts";
import type { BodyOf } from "../core/contributions/record-types.ts";
import { FailureError } from "../core/failure.ts";
import { formatScenario, parseScenario, type Scenario, type ScenarioSeal } from "../core/scenario/document.ts";
import type { EngineClient } from "../worker/client.ts";
import { catalogueQuery } from "./answers.ts";
import { scenarioQuery } from "./scenario-effects.ts";

/** Characters a record takes of a scenario. */
const LONGEST_PARAMETERS = 8000;

/** What a scenario gives with the data and the engine at hand. */
export function sealQuery(engine: () => EngineClient, scenario: Scenario, timesVersion: number) {
  return queryOptions<ScenarioSeal>({
    queryKey: ["seal", timesVersion, formatScenario({ ...scenario, title: "-", computed: null })],
    queryFn: async ({ client }) => {
      const [{ release }, { engineVersion, resultHash }] = await Promise.all([
        client.fetchQuery(catalogueQuery()),
        client.fetchQuery(scenarioQuery(engine, { ...scenario, computed: null }, timesVersion, () => undefined)),
      ]);
      return { dataRelease: release, engineVersion, resultHash };
    },
  });
}

/** A scenario and what it gives as the body of a record. Throws `bad-input` for one too long to be one. */
export function scenarioRecord(scenario: Scenario, seal: ScenarioSeal, text: string): BodyOf<"scenario"> {
  const parameters = JSON.stringify(JSON.parse(formatScenario({ ...scenario, computed: seal })));
  if (parameters.length > LONGEST_PARAMETERS) {
    throw new FailureError("bad-input", { name: scenario.title, characters: parameters.length });
  }
  const { dataRelease: release, engineVersion: engine } = seal;
  return { title: scenario.title, text, parameters, release, engine, result: hashOf(seal) };
}

/** The scenario a record holds. Throws `bad-input` when it cannot be read, or says another result than its record. */
export function scenarioOfRecord(body: BodyOf<"scenario">): Scenario & { readonly computed: ScenarioSeal } {
  const scenario = parseScenario(body.parameters, body.title);
  const { computed } = scenario;
  const isSame =
    computed !== null &&
    hashOf(computed) === body.result &&
    computed.dataRelease === body.release &&
    computed.engineVersion === body.engine;
  if (!isSame) throw new FailureError("bad-input", { name: body.title, field: "computed" });
  return { ...scenario, computed };
}

function hashOf({ resultHash }: ScenarioSeal): string {
  const bytes = Uint8Array.from({ length: 32 }, (_, k) => Number.parseInt(resultHash.slice(k * 2, k * 2 + 2), 16));
  return encodeBase64url(bytes);
}
