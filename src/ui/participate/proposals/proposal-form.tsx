import { Button } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { scenarioOf } from "../../../app/scenarios.ts";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { formatTerritory } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlace } from "../../use-answers.ts";
import { CommuneSearch } from "../report/commune-search.tsx";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { findPersonal, typedText } from "../report/report-answers.ts";
import { ScreenedText } from "../report/screened-text.tsx";
import { PROPOSAL_KINDS, type ProposalKind, writeTitle } from "./proposal-kinds.ts";
import { canAttach, scenarioBody } from "./scenario-record.ts";
import { useAct } from "./use-act.ts";

const LONGEST_TITLE = 160;

/** A new proposal, with the scenario that shows what it changes when there is one. */
export function ProposalForm({ view, onDone }: { readonly view: SpaceView; onDone(): void }) {
  const t = useTexts();
  const { store, contributions, scenarios } = useServices();
  const { works } = useStore(scenarios);
  const place = usePlace();
  const territory = useQuestion((q) => q.territory);
  const selected = useQuestion((q) => q.selected);
  const act = useAct();
  const [kind, setKind] = useState<ProposalKind>("site");
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [commune, setCommune] = useState(selected);
  const [attached, setAttached] = useState("");
  const [problem, setProblem] = useState<string>();
  const words = t.proposals.form;
  const publish = async () => {
    const said = { title: typedText(title, LONGEST_TITLE).replaceAll("\n", " "), text: typedText(text) };
    if (said.title === "" || said.text === "") return setProblem(words.missing);
    if (findPersonal(`${said.title}\n${said.text}`).length > 0) return setProblem(words.personal);
    const work = works.find(({ id }) => id === attached);
    const body = work && scenarioBody(scenarioOf(work), said.text);
    if (work && !body) return setProblem(words.tooLong);
    setProblem(undefined);
    const scope = commune === null ? formatTerritory(territory) : `com:${commune}`;
    const isDone = await act.run(async () => {
      const scenario = body && (await contributions.publish(view.space, { type: "scenario", scope, body }));
      const proposal = await contributions.publish(view.space, {
        type: "proposal",
        scope,
        body: { title: writeTitle(kind, said.title), text: said.text },
        refs: scenario ? [scenario.id] : [],
      });
      const { participate } = store.getState().question;
      store.ask({ participate: { ...participate, space: view.space, record: proposal.id } }, "push");
    }, words.sent);
    if (isDone) onDone();
  };
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <ChoiceBox
        label={t.proposals.kind}
        value={kind}
        options={PROPOSAL_KINDS.map((value) => ({ value, label: t.proposals.kinds[value] }))}
        onChange={(value) => setKind(value as ProposalKind)}
      />
      <TextField label={words.name} value={title} longest={LONGEST_TITLE} onChange={setTitle} />
      <TextField
        label={words.text}
        help={words.textHelp}
        value={text}
        longest={LONGEST_TEXT}
        isLong
        onChange={setText}
      />
      <ScreenedText text={`${title}\n${text}`} />
      <CommuneSearch label={words.where} code={commune} onChoose={setCommune} />
      {commune === null && <p className={classes.help}>{words.whole(place?.name ?? "")}</p>}
      {works.length > 0 && (
        <>
          <ChoiceBox
            label={words.scenario}
            value={attached}
            options={[
              { value: "", label: words.noScenario },
              ...works.map((work) => {
                const isReady = canAttach(scenarioOf(work));
                const { title: name } = work.document;
                return { value: isReady ? work.id : "", label: isReady ? name : words.notComputed(name) };
              }),
            ]}
            onChange={setAttached}
          />
          <p className={classes.help}>{words.scenarioHelp}</p>
        </>
      )}
      <Fault text={problem ?? act.problem} />
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={act.isBusy}>
          {words.send}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
