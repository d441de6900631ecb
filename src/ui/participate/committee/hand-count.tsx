import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { COLLEGES, STANCES } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import type { Standing } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

interface HandCountProps {
  readonly view: SpaceView;
  readonly about: Consultation;
  readonly options: readonly string[];
  readonly standing: Standing;
  readonly day: string;
}

/** Hands or papers counted in a room, by college: signed as a note beside the consultation, never mixed with positions. */
export function HandCount({ view, about, options, standing, day }: HandCountProps) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const toast = useToast();
  const deed = useDeed();
  const [option, setOption] = useState("0");
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.hands;
  if (!standing.roles.has("steward")) return null;
  const entries = Object.entries(counts).filter(([, text]) => text.trim() !== "");
  const isSound = entries.length > 0 && entries.every(([, text]) => /^\d{1,5}$/.test(text.trim()));
  const sign = async () => {
    setIsTried(true);
    if (!isSound) return;
    const said = COLLEGES.flatMap((college) => {
      const own = STANCES.flatMap((stance) => {
        const text = counts[`${college} ${stance}`]?.trim() ?? "";
        return text === "" ? [] : [`${t.committee.stances[stance].toLowerCase()} ${text}`];
      });
      return own.length === 0 ? [] : [`${t.committee.colleges[college]} : ${own.join(", ")}`];
    });
    const text = words.text(f.date(day), options[Number(option)] ?? "", said.join(" ; "));
    const body = { target: about.id, text };
    const isDone = await deed.run(() =>
      contributions.publish(view.space, { type: "comment", scope: about.scope, body, refs: [about.id] }),
    );
    if (!isDone) return;
    setCounts({});
    setIsTried(false);
    toast({ title: words.kept });
  };
  return (
    <details className={classes.form}>
      <summary className={classes.subhead}>{words.title}</summary>
      <p className={classes.help}>{words.help}</p>
      <ChoiceBox
        label={words.option}
        value={option}
        onChange={setOption}
        options={options.map((label, k) => ({ value: String(k), label }))}
      />
      {COLLEGES.map((college) => (
        <fieldset key={college} className={classes.bare}>
          <legend className={classes.legend}>{t.committee.colleges[college]}</legend>
          <div className={classes.pair}>
            {STANCES.map((stance) => (
              <TextField
                key={stance}
                label={t.committee.stances[stance]}
                type="number"
                value={counts[`${college} ${stance}`] ?? ""}
                onChange={(text) => setCounts({ ...counts, [`${college} ${stance}`]: text })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {isTried && !isSound && (
        <p className={classes.fault} role="alert">
          {words.wrong}
        </p>
      )}
      <div className={classes.actions}>
        <Button size="xs" loading={deed.isBusy} onClick={() => void sign()}>
          {words.sign}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </details>
  );
}
