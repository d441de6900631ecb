import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import { findWork, handOver, scenarioOf, type Work } from "../../app/scenarios.ts";
import { sealQuery } from "../../app/sealed-scenarios.ts";
import { formatScenario, LONGEST_TITLE, type Scenario } from "../../core/scenario/document.ts";
import { ChoiceBox } from "../act/form-boxes.tsx";
import { downloadFile } from "../parts/download-file.ts";
import { Notice } from "../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { useToast } from "../shell/toast.tsx";
import type { Reading } from "../understand/reading.ts";
import { usePlaces } from "../use-answers.ts";
import { FileButton } from "./file-button.tsx";
import { MergePanel } from "./merge-panel.tsx";
import { prepareMerge } from "./merge-view.ts";
import classes from "./scenario.module.css";
import { SealNotice } from "./seal-notice.tsx";
import { TitleBox } from "./title-box.tsx";
import type { OpenScenario } from "./use-scenario.ts";

/** A file being merged, and into which. */
interface Merging {
  readonly id: string;
  readonly theirs: Scenario;
  readonly file: string;
}

/** The scenarios of this browser: which is open, its title, and what one does with it as a whole. */
export function ScenarioBoard({ open, reading }: { readonly open: OpenScenario; readonly reading: Reading }) {
  const t = useTexts();
  const { store, scenarios } = useServices();
  const { engine, roads } = useServices();
  const queries = useQueryClient();
  const toast = useToast();
  const times = useStore(roads, ({ version }) => version);
  const [removed, setRemoved] = useState<Work | null>(null);
  const [isExporting, setIsExporting] = useState(false);
  const [merging, setMerging] = useState<Merging | null>(null);
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
  const exportFile = async () => {
    if (!work) return;
    setIsExporting(true);
    const whole = scenario ?? scenarioOf(work);
    // A scenario that cannot be computed is handed over without figures.
    const seal = await queries.fetchQuery(sealQuery(engine.get, whole, times)).catch(() => null);
    const file = formatScenario({ ...handOver(work, seal), threshold: whole.threshold });
    downloadFile(`${fileName(whole.title)}.json`, file, "application/json");
    setIsExporting(false);
  };
  const take = (added: Scenario) => {
    show(scenarios.add(added));
    toast({ title: words.imported, detail: added.title });
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
            <Button size="xs" variant="default" loading={isExporting} onClick={() => void exportFile()}>
              {words.export}
            </Button>
          </>
        )}
        <FileButton label={words.import} failed={words.importFailed} onFile={take} />
        {work && scenario && (
          <FileButton
            key={work.id}
            label={t.scenario.merge.button}
            failed={t.scenario.merge.failed}
            onFile={(theirs, file) => {
              // Refused at once where it cannot be merged.
              prepareMerge(work, theirs, file);
              setMerging({ id: work.id, theirs, file });
            }}
          />
        )}
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
      {work && merging?.id === work.id && (
        <MergePanel
          key={merging.file}
          work={work}
          theirs={merging.theirs}
          file={merging.file}
          onCancel={() => setMerging(null)}
          onMerge={(changes) => {
            scenarios.edit(work.id, { kind: "merge", changes, theirs: merging.theirs.changes });
            setMerging(null);
            toast({ title: t.scenario.merge.done, detail: t.scenario.merge.undoable });
          }}
        />
      )}
      {work && scenario && <SealNotice work={work} />}
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
