import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { choose } from "../../app/commands.ts";
import { scenarioZoningQuery } from "../../app/scenario-zoning.ts";
import { chosenRule, parseDecisions, type ZoningAnswer, zoningQuery } from "../../app/zoning.ts";
import { ComparisonBars, comparisonBarsHeight } from "../../charts/comparison-bars.tsx";
import { SERIES } from "../../core/professions.ts";
import { statesOf, type ZoningRule } from "../../core/zoning/rule.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { LensGate } from "../understand/lens-gate.tsx";
import { LensHeadline } from "../understand/lens-headline.tsx";
import type { LensPanelProps } from "../understand/lens-panel-props.ts";
import { useLensView } from "../understand/lens-view.ts";
import { writeShare } from "../understand/write-share.ts";
import { useJob } from "../use-job.ts";
import { AreaList } from "./area-list.tsx";
import { BordersTable } from "./borders-table.tsx";
import { ChangedAreas } from "./changed-areas.tsx";
import { ClassEntries } from "./class-entries.tsx";
import { GaugeList } from "./gauge-list.tsx";
import { RuleChoice } from "./rule-choice.tsx";
import { ScenarioChoice, useChosenScenario } from "./scenario-choice.tsx";
import { labelOf, sayText, shortOf, viewZoning, zoningPalette } from "./zoning-view.ts";

/** What a dated zoning rule would give: a simulation, said so everywhere. */
export function ZoningPanel(_: LensPanelProps) {
  const profession = useQuestion((q) => q.series.profession);
  const asked = useQuestion((q) => q.choices.zoning);
  const rule = chosenRule(profession, asked);
  const years = SERIES.filter((s) => s.profession === profession && s.ages === rule.ages).map((s) => s.year);
  return (
    <div className={panel.panel}>
      <RuleChoice rule={rule} />
      {rule.method !== "unpublished" && (
        <LensGate years={years} gpOnly={false}>
          <Zoned rule={rule} />
        </LensGate>
      )}
      <Caveats rule={rule} />
    </div>
  );
}

function Zoned({ rule }: { readonly rule: ZoningRule }) {
  const t = useTexts();
  const f = useFormats();
  const { engine, roads } = useServices();
  const territory = useQuestion((q) => q.territory);
  const year = useQuestion((q) => q.series.year);
  const decided = useQuestion((q) => q.choices.decided);
  const decisions = useMemo(() => parseDecisions(decided), [decided]);
  const times = useStore(roads, ({ version }) => version);
  const [scenarioId, setScenarioId] = useState<string | null>(null);
  const scenario = useChosenScenario(rule, year, scenarioId);
  const job = useJob<ZoningAnswer>((onProgress) =>
    scenario
      ? scenarioZoningQuery(engine.get, { territory, rule, decisions }, scenario, times, onProgress)
      : zoningQuery(engine.get, { territory, rule, year, decisions, overrides: null }, onProgress),
  );
  const { answer } = job;
  const title = scenario?.title;
  useLensView(useMemo(() => (answer ? viewZoning(answer, f, t, title) : null), [answer, title, f, t]));
  return (
    <div className={panel.panel} aria-busy={job.isUpdating}>
      <ScenarioChoice rule={rule} year={year} id={scenario ? scenarioId : null} onChoose={setScenarioId} />
      <JobStatus job={job} />
      {answer && (
        <>
          {title !== undefined && answer.areas.before && <ChangedAreas answer={answer} title={title} />}
          <Figures answer={answer} />
          <Tried answer={answer} hasTried={decided !== ""} />
          <ClassEntries answer={answer} />
          <GaugeList answer={answer} />
          <BordersTable answer={answer} />
          <AreaList answer={answer} />
        </>
      )}
    </div>
  );
}

function Figures({ answer }: { readonly answer: ZoningAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const { rule, counts, territory, peopleUnzoned, areas } = answer;
  const words = t.zoning;
  const palette = zoningPalette(rule);
  const classed = counts.reduce((sum, { people }) => sum + people, 0);
  // Rules of shares call two classes under-served.
  const worst = rule.method === "shares" ? 2 : 1;
  const people = counts.slice(0, worst).reduce((sum, own) => sum + own.people, 0);
  const worstAreas = counts.slice(0, worst).reduce((sum, own) => sum + own.areas, 0);
  const zones = (n: number) => words.areas(n, f.integer(n));
  const label = worst === 2 ? words.labelTwo : words.label(labelOf(rule, 0, f, t));
  const tried = areas.states.some((state, area) => state !== areas.classes[area]) ? words.labelTried(label) : label;
  const rows = statesOf(rule).flatMap((_, state) =>
    state < rule.classes.length || counts[state].areas > 0
      ? [
          {
            key: String(state),
            name: `${shortOf(rule, state, f, t)} · ${zones(counts[state].areas)}`,
            value: counts[state].people,
            colour: palette[state],
            emphasised: state < worst,
          },
        ]
      : [],
  );
  return (
    <>
      <LensHeadline
        label={answer.areas.before ? words.scenario.label(tried) : tried}
        topic="zoning"
        people={people}
        own={{ name: territory.name, share: classed > 0 ? people / classed : Number.NaN }}
        parents={[]}
        sentences={[
          words.sentence(zones(worstAreas), zones(areas.keys.length)),
          ...(peopleUnzoned > 0 ? [words.unzoned(t.common.inhabitants(peopleUnzoned, f.people(peopleUnzoned)))] : []),
        ]}
      />
      {classed > 0 && (
        <Section title={words.states.title} topic="zoning">
          <div ref={ref} style={{ minHeight: comparisonBarsHeight(rows.length, false) }}>
            {width > 0 && (
              <ComparisonBars
                rows={rows}
                width={width}
                label={words.states.title}
                missing={t.common.noData}
                format={(n) => words.states.bar(f.people(n), writeShare(n / classed, f, t))}
              />
            )}
          </div>
        </Section>
      )}
    </>
  );
}

/** Decisions one tries live in the address: how to be rid of them, and which of them change nothing. */
function Tried({ answer, hasTried }: { readonly answer: ZoningAnswer; readonly hasTried: boolean }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { refused } = answer;
  if (!hasTried) return null;
  return (
    <div className={panel.field}>
      {refused.length > 0 && (
        <p className={panel.note}>{t.zoning.refused(refused.length, f.integer(refused.length))}</p>
      )}
      <div>
        <Button size="compact-xs" variant="default" onClick={() => choose(store, { decided: "" })}>
          {t.zoning.clear}
        </Button>
      </div>
    </div>
  );
}

function Caveats({ rule }: { readonly rule: ZoningRule }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.zoning.caveats;
  return (
    <Disclosure title={words.title} topic="zoning">
      <ul>
        {[...words.items, ...rule.limits.map((limit) => sayText(limit, f))].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
