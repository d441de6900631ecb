import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { findWork, scenarioOf, type Work } from "../../app/scenarios.ts";
import { FailureError } from "../../core/failure.ts";
import { formatScenario, LONGEST_TITLE, parseScenario } from "../../core/scenario/document.ts";
import formClasses from "../act/act-form.module.css";
import { Box, ChoiceBox } from "../act/form-boxes.tsx";
import { downloadFile } from "../parts/download-file.ts";
import { Notice } from "../parts/notice.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useToast } from "../shell/toast.tsx";
import type { Reading } from "../understand/reading.ts";
import { usePlaces } from "../use-answers.ts";
import { explainScenarioFailure } from "./explain-problem.ts";
import classes from "./scenario.module.css";
import type { OpenScenario } from "./use-scenario.ts";

/** The scenarios of this browser: which is open, its title, and what one does with it as a whole. */
export function ScenarioBoard({ open, reading }: { readonly open: OpenScenario; readonly reading: Reading }) {
  const t = useTexts();
  const { store, scenarios } = useServices();
  const [removed, setRemoved] = useState<Work | null>(null);
  const territory = useQuestion((q) => q.territory);
  const { board, work, scenario } = open;
  const words = t.scenario.board;
  const show = (id: string) => {
    const found = findWork(scenarios.getState(), id);
    if (!found) return;
    scenarios.open(id);
    const { document } = found;
    const { question } = store.getState();
    store.ask(
      {
        territory: document.territory,
        series: document.series,
        threshold: document.threshold ?? question.threshold,
        selected: null,
        camera: null,
      },
      "push",
    );
  };
  const create = () => {
    const { series, threshold } = store.getState().question;
    const title = words.next(board.works.length + 1);
    scenarios.add({ title, territory, series, threshold, model: null, changes: [], computed: null });
  };
  const exportFile = () => {
    if (!work) return;
    const whole = scenario ?? scenarioOf(work);
    downloadFile(`${fileName(whole.title)}.json`, formatScenario(whole), "application/json");
  };
  return (
    <section className={classes.board} aria-label={words.title}>
      {board.keeping !== "kept" && (
        <div role="alert">
          <Notice text={board.keeping === "refused" ? words.refused : words.setAside} />
        </div>
      )}
      {board.works.length === 0 && <Notice text={words.empty} />}
      {board.works.length > 1 && (
        <ChoiceBox
          label={words.current}
          value={work?.id ?? ""}
          onChange={show}
          options={board.works.map(({ id, document }) => ({ value: id, label: document.title }))}
        />
      )}
      {work && (
        <TitleBox key={work.id} title={work.document.title} onChange={(title) => scenarios.rename(work.id, title)} />
      )}
      <div className={classes.actions}>
        <Button size="xs" variant={work ? "default" : "filled"} onClick={create}>
          {words.create}
        </Button>
        {work && (
          <>
            <Button
              size="xs"
              variant="default"
              onClick={() => scenarios.fork(work.id, words.copyOf(work.document.title).slice(0, LONGEST_TITLE))}
            >
              {words.fork}
            </Button>
            <Button size="xs" variant="default" onClick={exportFile}>
              {words.export}
            </Button>
          </>
        )}
        <ImportButton onAdded={show} />
        {work && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              scenarios.remove(work.id);
              setRemoved(work);
            }}
          >
            {words.remove}
          </Button>
        )}
      </div>
      {removed && (
        <div role="status">
          <Notice
            text={words.removed(removed.document.title)}
            actions={[
              {
                label: words.restore,
                onClick() {
                  scenarios.restore(removed);
                  setRemoved(null);
                },
              },
              { label: words.forget, onClick: () => setRemoved(null) },
            ]}
          />
        </div>
      )}
      {work && !scenario && reading && <Elsewhere open={open} onGo={() => show(work.id)} onCreate={create} />}
    </section>
  );
}

interface ElsewhereProps {
  readonly open: OpenScenario;
  onGo(): void;
  onCreate(): void;
}

function Elsewhere({ open: { work }, onGo, onCreate }: ElsewhereProps) {
  const t = useTexts();
  const { places } = usePlaces();
  if (!work) return null;
  const { territory, series } = work.document;
  const words = t.scenario.board;
  const place = places?.find(territory)?.name ?? territory.code;
  return (
    <Notice
      text={words.elsewhere(place, t.professions.names[series.profession], String(series.year))}
      actions={[
        { label: words.goThere, onClick: onGo },
        { label: words.here, onClick: onCreate },
      ]}
    />
  );
}

interface TitleBoxProps {
  readonly title: string;
  onChange(title: string): void;
}

/** What is typed counts once one leaves the field; a blank title does not. */
function TitleBox({ title, onChange }: TitleBoxProps) {
  const t = useTexts();
  const [text, setText] = useState(title);
  useEffect(() => setText(title), [title]);
  const settle = () => {
    if (text.trim() === "") setText(title);
    else if (text !== title) onChange(text);
  };
  return (
    <Box label={t.scenario.board.name}>
      {(id) => (
        <input
          id={id}
          className={formClasses.input}
          value={text}
          maxLength={LONGEST_TITLE}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === "Enter") settle();
          }}
        />
      )}
    </Box>
  );
}

/** Takes a file in; what is wrong with it is said, and nothing changes. */
function ImportButton({ onAdded }: { onAdded(id: string): void }) {
  const t = useTexts();
  const f = useFormats();
  const toast = useToast();
  const { scenarios } = useServices();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const words = t.scenario.board;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem("");
    try {
      const scenario = parseScenario(await file.text(), file.name);
      onAdded(scenarios.add(scenario));
      toast({ title: words.imported, detail: scenario.title });
    } catch (error) {
      setProblem(error instanceof FailureError ? explainScenarioFailure(error, f, t) : t.failures.bug);
    }
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => input.current?.click()}>
        {words.import}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.import}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      {problem !== "" && (
        <div className={classes.problem} role="alert">
          <strong>{words.importFailed}</strong>
          <p>{problem}</p>
        </div>
      )}
    </>
  );
}

/** A title as the name of a file. */
function fileName(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `oasis-scenario-${plain === "" ? "sans-titre" : plain.slice(0, 60)}`;
}
