import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField } from "./fields.tsx";
import { TallyTable } from "./tally-table.tsx";
import { useDeed } from "./use-deed.ts";

interface DecisionFormProps {
  readonly view: SpaceView;
  readonly about: Consultation;
  readonly options: readonly string[];
}

/** Decides, with the positions by college as they were counted and what the minority says; for ever, so confirmed. */
export function DecisionForm({ view, about, options }: DecisionFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [option, setOption] = useState("");
  const [text, setText] = useState("");
  const [minority, setMinority] = useState("");
  const [step, setStep] = useState<"fill" | "tried" | "confirm">("fill");
  const words = t.committee.decide;
  const votes = about.tally
    .filter((one) => String(one.option) === option)
    .map(({ college, for: agree, against, abstain }) => ({ college, for: agree, against, abstain }));
  const isComplete = option !== "" && text.trim() !== "";
  const sign = () =>
    deed.run(() =>
      contributions.publish(view.space, {
        type: "decision",
        scope: about.scope,
        refs: [about.id],
        body: {
          consultation: about.id,
          option: Number(option),
          votes,
          text: text.trim(),
          foldVersion: view.state.foldVersion,
          ...(minority.trim() === "" ? {} : { minority: minority.trim() }),
        },
      }),
    );
  if (step === "confirm") {
    return (
      <section className={classes.form} aria-label={words.confirmTitle}>
        <h3 className={classes.subhead}>{words.confirmTitle}</h3>
        <p className={classes.text}>{words.chosen(options[Number(option)] ?? "")}</p>
        <TallyTable caption={words.votes} tally={votes} />
        <p className={classes.quote}>{text}</p>
        {minority.trim() !== "" && <p className={classes.quote}>{minority}</p>}
        <p className={classes.help}>{words.forEver(view.state.foldVersion)}</p>
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
      onSubmit={(event) => {
        event.preventDefault();
        setStep(isComplete ? "confirm" : "tried");
      }}
    >
      <ChoiceBox
        label={words.option}
        value={option}
        onChange={setOption}
        options={[{ value: "", label: words.choose }, ...options.map((label, k) => ({ value: String(k), label }))]}
      />
      <AreaField label={words.reasons} value={text} onChange={setText} />
      <AreaField label={words.minority} help={words.minorityHelp} value={minority} onChange={setMinority} />
      {step === "tried" && !isComplete && (
        <p className={classes.fault} role="alert">
          {words.incomplete}
        </p>
      )}
      <div className={classes.actions}>
        <Button size="xs" type="submit">
          {t.committee.ask.check}
        </Button>
      </div>
    </form>
  );
}
