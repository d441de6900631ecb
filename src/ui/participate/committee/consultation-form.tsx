import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { findWork, scenarioOf } from "../../../app/scenarios.ts";
import { scenarioRecord, sealQuery } from "../../../app/sealed-scenarios.ts";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import {
  type ConsultationDraft,
  type ConsultationField,
  findConsultationFaults,
  type OptionDraft,
} from "./consultation-draft.ts";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField, TextField } from "./fields.tsx";
import { countSeats } from "./members.ts";
import { OptionFields } from "./option-fields.tsx";
import { territoryOf } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface ConsultationFormProps {
  readonly view: SpaceView;
  readonly day: string;
  onClose(): void;
}

/** Asks the committee something; each option can be a scenario of this browser, sealed with what it gives today. */
export function ConsultationForm({ view, day, onClose }: ConsultationFormProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions, engine, roads, scenarios } = useServices();
  const queries = useQueryClient();
  const times = useStore(roads, ({ version }) => version);
  const deed = useDeed();
  const seats = countSeats(view.state, day);
  const [draft, setDraft] = useState<ConsultationDraft>({
    question: "",
    text: "",
    options: [
      { text: "", scenario: null },
      { text: "", scenario: null },
    ],
    opens: day,
    closes: "",
    quorum: String(Math.max(1, Math.ceil(seats / 2))),
  });
  const [step, setStep] = useState<"fill" | "tried" | "confirm">("fill");
  const words = t.committee.ask;
  const faults = findConsultationFaults(draft, day);
  const set = (part: Partial<ConsultationDraft>) => setDraft({ ...draft, ...part });
  const faultOf = (field: ConsultationField) => {
    const fault = step === "fill" ? undefined : faults.get(field);
    return fault && words.faults[fault];
  };
  const scope = territoryOf(view);
  const seal = async ({ scenario: id }: OptionDraft): Promise<readonly string[]> => {
    const work = findWork(scenarios.getState(), id);
    if (!work) return [];
    const scenario = scenarioOf(work);
    const sealed = await queries.fetchQuery(sealQuery(engine.get, scenario, times));
    const body = scenarioRecord(scenario, sealed, words.sealedText(scenario.title));
    return [(await contributions.publish(view.space, { type: "scenario", scope, body })).id];
  };
  const sign = async () => {
    const isDone = await deed.run(async () => {
      const refs: string[] = [];
      for (const option of draft.options) refs.push(...(await seal(option)));
      const text = draft.text.trim();
      const body = {
        question: draft.question.trim(),
        options: draft.options.map((option) => option.text.trim()),
        opens: draft.opens,
        closes: draft.closes,
        quorum: Number(draft.quorum),
        ...(text === "" ? {} : { text }),
      };
      await contributions.publish(view.space, { type: "consultation", scope, body, refs });
    });
    if (isDone) onClose();
  };
  if (step === "confirm") {
    return (
      <section className={classes.form} aria-label={words.confirmTitle}>
        <h3 className={classes.subhead}>{words.confirmTitle}</h3>
        <p className={classes.text}>{draft.question}</p>
        <ol>
          {draft.options.map(({ text, scenario }) => (
            <li key={text} className={classes.text}>
              {scenario === null ? text : words.withScenario(text)}
            </li>
          ))}
        </ol>
        <p className={classes.help}>
          {words.confirm(f.date(draft.opens), f.date(draft.closes), Number(draft.quorum), seats)}
        </p>
        <div className={classes.actions}>
          <Button size="xs" loading={deed.isBusy} onClick={() => void sign()}>
            {words.sign}
          </Button>
          <Button size="xs" variant="default" onClick={() => setStep("tried")}>
            {t.committee.enrol.back}
          </Button>
        </div>
        <DeedProblem problem={deed.problem} />
      </section>
    );
  }
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStep(faults.size === 0 ? "confirm" : "tried");
      }}
    >
      <TextField
        label={words.question}
        longest={200}
        value={draft.question}
        fault={faultOf("question")}
        onChange={(question) => set({ question })}
      />
      <AreaField label={words.text} value={draft.text} onChange={(text) => set({ text })} />
      <OptionFields options={draft.options} fault={faultOf("options")} onChange={(options) => set({ options })} />
      <div className={classes.pair}>
        <TextField
          label={words.opens}
          type="date"
          value={draft.opens}
          fault={faultOf("opens")}
          onChange={(opens) => set({ opens })}
        />
        <TextField
          label={words.closes}
          type="date"
          min={draft.opens}
          value={draft.closes}
          fault={faultOf("closes")}
          onChange={(closes) => set({ closes })}
        />
        <TextField
          label={words.quorum}
          type="number"
          help={words.quorumHelp(seats)}
          value={draft.quorum}
          fault={faultOf("quorum")}
          onChange={(quorum) => set({ quorum })}
        />
      </div>
      <p className={classes.help}>{words.dayCounts}</p>
      <div className={classes.actions}>
        <Button size="xs" type="submit">
          {words.check}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
    </form>
  );
}
