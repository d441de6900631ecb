import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import type { ScenarioComparison as Compared } from "../../app/scenario-effects.ts";
import { scenariosQuery } from "../../app/scenario-effects.ts";
import { type Board, scenarioOf } from "../../app/scenarios.ts";
import { FailureError } from "../../core/failure.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { JobStatus } from "../parts/job-status.tsx";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { useJob } from "../use-job.ts";
import { explainScenarioFailure } from "./explain-problem.ts";
import { listFigures } from "./list-figures.ts";
import classes from "./scenario.module.css";
import { isAbout } from "./use-scenario.ts";

const MOST = 4;

/** Two to four scenarios of the territory and series on screen, side by side. */
export function ScenarioComparison({ board, reading }: { readonly board: Board; readonly reading: Reading }) {
  const t = useTexts();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const asked = { territory: reading.answer.question.territory, series: reading.series };
  const alike = board.works.filter(({ document }) => isAbout(document, asked));
  const chosen = alike.filter(({ id }) => picked.includes(id));
  const words = t.scenario.compare;
  if (alike.length < 2) return null;
  return (
    <Disclosure title={words.title}>
      <div className={classes.changes}>
        <p className={classes.help}>{words.help}</p>
        {alike.map(({ id, document }) => (
          <Checkbox
            key={id}
            size="sm"
            label={document.title}
            aria-label={words.pick(document.title)}
            checked={picked.includes(id)}
            disabled={!picked.includes(id) && chosen.length >= MOST}
            onChange={({ currentTarget }) =>
              setPicked(
                currentTarget.checked ? [...chosen.map((work) => work.id), id] : picked.filter((one) => one !== id),
              )
            }
          />
        ))}
        {chosen.length >= 2 && (
          <SideBySide scenarios={chosen.map((work) => ({ ...scenarioOf(work), threshold: reading.threshold }))} />
        )}
      </div>
    </Disclosure>
  );
}

function SideBySide({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useTexts();
  const f = useFormats();
  const { engine, roads } = useServices();
  const times = useStore(roads, ({ version }) => version);
  const basis = useQuestion((q) => q.basis);
  const job = useJob<Compared>((onProgress) => scenariosQuery(engine.get, scenarios, times, onProgress, basis));
  const { error } = job;
  if (error instanceof FailureError && error.failure.code === "bad-input") {
    return (
      <p className={classes.problem} role="alert">
        {explainScenarioFailure(error, f, t)}
      </p>
    );
  }
  return (
    <>
      <JobStatus job={job} />
      {job.answer && <ComparedTable compared={job.answer} />}
    </>
  );
}

function ComparedTable({ compared: { scenarios, peopleBestServed } }: { readonly compared: Compared }) {
  const t = useTexts();
  const f = useFormats();
  const [first] = scenarios;
  const words = t.scenario.compare;
  const figures = listFigures(first.question.scenario.series.profession, first.threshold, f, t);
  const titles = scenarios.map(({ question }) => question.scenario.title);
  return (
    <ScrollTable caption={words.caption}>
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.today}</th>
          {titles.map((title, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two scenarios may have one title
            <th key={k} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, name, pick, write }) => (
          <Row
            key={key}
            name={name}
            cells={[write(pick(first.figures.before)), ...scenarios.map(({ figures: of }) => write(pick(of.after)))]}
          />
        ))}
        <Row name={words.gains} cells={["", ...scenarios.map(({ gains }) => f.people(gains.people))]} />
        <Row name={words.losses} cells={["", ...scenarios.map(({ losses }) => f.people(losses.people))]} />
        <Row name={words.best} cells={["", ...peopleBestServed.map(f.people)]} />
      </tbody>
    </ScrollTable>
  );
}

function Row({ name, cells }: { readonly name: string; readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column alone
        <td key={k}>{cell}</td>
      ))}
    </tr>
  );
}
