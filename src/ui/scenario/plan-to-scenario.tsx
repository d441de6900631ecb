import { Button } from "@mantine/core";
import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlace } from "../use-answers.ts";
import { scenarioOfPlan } from "./scenario-of-plan.ts";

/** Goes on from a plan: its sites become the changes of a scenario of their own. */
export function PlanToScenario({ answer }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const { store, scenarios } = useServices();
  const act = useQuestion((q) => q.act);
  const place = usePlace();
  const scenario = scenarioOfPlan(answer, place?.name ?? answer.question.territory.code, t);
  if (!scenario) return null;
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        scenarios.add(scenario);
        store.ask({ act: { ...act, mode: "scenario" } }, "push");
      }}
    >
      {t.scenario.fromPlan.button}
    </Button>
  );
}
