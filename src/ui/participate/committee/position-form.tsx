import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { STANCES } from "../../../core/contributions/record-types.ts";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { AreaField } from "./fields.tsx";
import type { Position, Stance } from "./positions.ts";
import { useDeed } from "./use-deed.ts";

interface PositionFormProps {
  readonly view: SpaceView;
  readonly about: Consultation;
  readonly options: readonly string[];
  /** The key in use. */
  readonly mine: string | null;
  readonly positions: readonly Position[];
}

interface Said {
  readonly stance: Stance | null;
  readonly statement: string;
}

/** A position on each option one has one on; it can change until the last day. */
export function PositionForm({ view, about, options, mine, positions }: PositionFormProps) {
  const t = useTexts();
  const { contributions } = useServices();
  const toast = useToast();
  const deed = useDeed();
  const own = positions.filter(({ author }) => author === mine);
  const before = options.map((_, option): Said => {
    const one = own.find((position) => position.option === option);
    return { stance: one?.stance ?? null, statement: one?.statement ?? "" };
  });
  const [said, setSaid] = useState(before);
  const words = t.committee.position;
  const changed = said.flatMap((now, option) => {
    const { stance, statement } = now;
    const isSame = stance === before[option].stance && statement.trim() === before[option].statement;
    return stance === null || isSame ? [] : [{ option, stance, statement: statement.trim() }];
  });
  const send = async () => {
    const isDone = await deed.run(async () => {
      for (const { option, stance, statement } of changed) {
        const stated = statement === "" ? {} : { statement };
        const body = { consultation: about.id, option, stance, ...stated };
        await contributions.publish(view.space, { type: "position", scope: about.scope, body, refs: [about.id] });
      }
    });
    if (isDone) toast({ title: words.kept });
  };
  const isWaiting = own.some((position) => position.isWaiting);
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className={classes.help}>{words.help}</p>
      {options.map((option, k) => (
        <OptionPosition
          key={option}
          option={option}
          said={said[k]}
          onChange={(now) => setSaid(said.map((one, i) => (i === k ? now : one)))}
        />
      ))}
      {isWaiting && <p className={classes.text}>{words.waiting}</p>}
      <div className={classes.actions}>
        <Button size="xs" type="submit" disabled={changed.length === 0} loading={deed.isBusy}>
          {own.length > 0 ? words.change : words.send}
        </Button>
        {changed.length === 0 && <span className={classes.quiet}>{words.nothing}</span>}
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}

interface OptionPositionProps {
  readonly option: string;
  readonly said: Said;
  onChange(said: Said): void;
}

function OptionPosition({ option, said, onChange }: OptionPositionProps) {
  const { committee } = useTexts();
  const name = useId();
  return (
    <div className={classes.stack}>
      <fieldset className={classes.stances}>
        <legend className={classes.legend}>{option}</legend>
        {STANCES.map((stance) => (
          <label key={stance} className={classes.stance}>
            <input
              type="radio"
              name={name}
              checked={said.stance === stance}
              onChange={() => onChange({ ...said, stance })}
            />
            {committee.stances[stance]}
          </label>
        ))}
      </fieldset>
      {said.stance !== null && (
        <AreaField
          label={committee.position.statement}
          value={said.statement}
          onChange={(statement) => onChange({ ...said, statement })}
        />
      )}
    </div>
  );
}
