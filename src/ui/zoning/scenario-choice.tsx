import { NativeSelect } from "@mantine/core";
import { useStore } from "zustand";
import { scenarioOf } from "../../app/scenarios.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import type { ZoningRule } from "../../core/zoning/rule.ts";
import { useServices, useTexts } from "../services.tsx";

interface ScenarioChoiceProps {
  readonly rule: ZoningRule;
  readonly year: number;
  /** Of the scenario in force; null: none. */
  readonly id: string | null;
  onChoose(id: string | null): void;
}

/** A scenario of this browser under which areas are classed; nothing where there is none of the profession and year. */
export function ScenarioChoice({ rule, year, id, onChoose }: ScenarioChoiceProps) {
  const t = useTexts();
  const works = useScenarios(rule, year);
  const words = t.zoning.scenario;
  if (works.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      label={words.choose}
      value={id ?? ""}
      onChange={({ currentTarget }) => onChoose(currentTarget.value === "" ? null : currentTarget.value)}
      data={[
        { value: "", label: words.without },
        ...works.map((work) => ({ value: work.id, label: work.document.title })),
      ]}
    />
  );
}

/** The scenario chosen, as it now stands; undefined once it is gone or about something else. */
export function useChosenScenario(rule: ZoningRule, year: number, id: string | null): Scenario | undefined {
  const work = useScenarios(rule, year).find((own) => own.id === id);
  return work && scenarioOf(work);
}

function useScenarios({ profession }: ZoningRule, year: number) {
  const { scenarios } = useServices();
  const { works } = useStore(scenarios);
  return works.filter(({ document: { series } }) => series.profession === profession && series.year === year);
}
