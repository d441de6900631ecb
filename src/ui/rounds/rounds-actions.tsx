import { Button } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useStore } from "zustand";
import { viewRounds as lookAt } from "../../app/commands.ts";
import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { findWork } from "../../app/scenarios.ts";
import form from "../act/act-form.module.css";
import { Box } from "../act/form-boxes.tsx";
import { downloadFile, saveFile } from "../parts/download-file.ts";
import { Section } from "../parts/section.tsx";
import { isAbout } from "../scenario/use-scenario.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useToast } from "../shell/toast.tsx";
import { usePlace } from "../use-answers.ts";
import classes from "./rounds.module.css";
import { roundsFileName, writeRoundsCalendar, writeRoundsMap, writeVisitsCsv } from "./rounds-files.ts";
import { changeOfRounds, scenarioOfRounds } from "./scenario-of-rounds.ts";
import { mondayOf, nextMonday } from "./time-words.ts";

/** The Monday rounds begin on: as chosen, or the next one. */
export function useMonday(): string {
  const start = useQuestion((q) => q.rounds.start);
  return start === null ? nextMonday(new Date()) : mondayOf(start);
}

/** Files, sheets to print, and the way to a scenario. */
export function RoundsActions({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const leave = useQuestion((q) => q.rounds.leave);
  const monday = useMonday();
  const words = t.rounds.actions;
  const start = { monday, leave };
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <Section title={words.title} topic="rounds">
      <div className={form.row}>
        <Box label={words.start}>
          {(id) => (
            <input
              id={id}
              className={form.input}
              type="date"
              value={monday}
              onChange={({ currentTarget: { value } }) => value !== "" && lookAt(store, { start: value })}
            />
          )}
        </Box>
        <Box label={words.leave}>
          {(id) => (
            <input
              id={id}
              className={form.input}
              type="time"
              value={leave}
              onChange={({ currentTarget: { value } }) => value !== "" && lookAt(store, { leave: value.slice(0, 5) })}
            />
          )}
        </Box>
      </div>
      <p className={classes.help}>{words.startHelp(f.date(monday))}</p>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={icon}
          onClick={() => downloadFile(roundsFileName(answer, "csv"), writeVisitsCsv(answer, start), "text/csv")}
        >
          {words.csv}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={icon}
          onClick={() => {
            const text = writeRoundsCalendar(answer, start, new Date(), t);
            saveFile(roundsFileName(answer, "ics"), new Blob([text], { type: "text/calendar;charset=utf-8" }));
          }}
        >
          {words.calendar}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={icon}
          onClick={() =>
            downloadFile(roundsFileName(answer, "geojson"), writeRoundsMap(answer), "application/geo+json")
          }
        >
          {words.geojson}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
        <ToScenario answer={answer} />
      </div>
    </Section>
  );
}

/** The rounds as one mobile unit of the scenario that is open here, or of a new one. */
function ToScenario({ answer }: { readonly answer: PlanRoundsAnswer }) {
  const t = useTexts();
  const toast = useToast();
  const { store, scenarios } = useServices();
  const act = useQuestion((q) => q.act);
  const place = usePlace();
  const board = useStore(scenarios);
  const words = t.rounds.actions;
  const { question } = answer;
  if (question.series.profession !== "gp") return <p className={classes.help}>{words.onlyGp}</p>;
  const scenario = scenarioOfRounds(answer, place?.name ?? question.territory.code, t);
  if (!scenario) return <p className={classes.help}>{words.noModel}</p>;
  const work = findWork(board, board.currentId);
  const isHere =
    work && isAbout(work.document, question) && JSON.stringify(work.document.model) === JSON.stringify(scenario.model);
  const change = changeOfRounds(answer);
  return (
    <Button
      size="xs"
      onClick={() => {
        if (isHere && change) scenarios.edit(work.id, { kind: "put", change });
        else scenarios.add(scenario);
        toast({ title: words.added });
        store.ask({ act: { ...act, mode: "scenario" } }, "push");
      }}
    >
      {isHere ? words.addTo(work.document.title) : words.toScenario}
    </Button>
  );
}
