import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { Section } from "../../parts/section.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { bodyOf } from "../committee/standing.ts";
import entries from "../report/entries.module.css";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { readScenarioBody } from "./scenario-record.ts";

/** The scenario a proposal rests on, which room « Agir » computes again. */
export function ScenarioBox({ view, id }: { readonly view: SpaceView; readonly id: string }) {
  const t = useTexts();
  const { store, scenarios } = useServices();
  const [problem, setProblem] = useState<string>();
  const body = bodyOf(view, id, "scenario");
  const words = t.proposals.scenario;
  if (body === null) return null;
  const open = () => {
    try {
      const scenario = readScenarioBody(body);
      scenarios.open(scenarios.add(scenario));
      const { act, threshold } = store.getState().question;
      store.ask(
        {
          page: "act",
          act: { ...act, mode: "scenario" },
          territory: scenario.territory,
          series: scenario.series,
          threshold: scenario.threshold ?? threshold,
          selected: null,
          camera: null,
        },
        "push",
      );
    } catch {
      setProblem(words.unreadable);
    }
  };
  return (
    <Section title={words.title}>
      <p className={entries.name}>{body.title}</p>
      <p className={entries.meta}>{words.facts(body.release, body.engine)}</p>
      <p className={entries.meta}>{words.hash(body.result)}</p>
      <Fault text={problem} />
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={open}>
          {words.open}
        </Button>
      </div>
    </Section>
  );
}
