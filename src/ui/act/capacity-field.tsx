import { Checkbox } from "@mantine/core";
import { ACT_LIMITS, type ActChoices, clampAct } from "../../app/act-choices.ts";
import { ownFte } from "../../app/plans.ts";
import type { Profession } from "../../core/professions.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import { useCommuneNames } from "../scenario/use-commune-names.ts";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./act-form.module.css";
import { NumberBox } from "./form-boxes.tsx";

/** People per full-time equivalent, until one says. */
const FIRST_PLACES = 1_000;

interface CapacityFieldProps {
  readonly act: ActChoices;
  /** On screen. */
  readonly profession: Profession;
  readonly onChange: (part: Partial<ActChoices>) => void;
}

/** How many people a centre takes, imposed ones each their own number, and who is to be served. */
export function CapacityField({ act, profession, onChange }: CapacityFieldProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.act.capacity;
  const fte = ownFte(act, profession);
  const each = Math.round(fte * act.places);
  const nameOf = useCommuneNames();
  const putOwn = (code: string, people: number) => {
    const others = act.ownPlaces.filter((own) => own.code !== code);
    const all = people === each ? others : [...others, { code, people }];
    onChange({ ownPlaces: all.toSorted((a, b) => (a.code < b.code ? -1 : 1)) });
  };
  return (
    <div className={classes.group}>
      <Checkbox
        size="sm"
        label={words.toggle}
        checked={act.places > 0}
        onChange={({ currentTarget }) => onChange({ places: currentTarget.checked ? FIRST_PLACES : 0 })}
      />
      {act.places > 0 && (
        <>
          <div className={classes.row}>
            <NumberBox
              label={words.perFte}
              value={act.places}
              limits={[1, ACT_LIMITS.places[1]]}
              onChange={(value) => onChange({ places: clampAct("places", value) })}
            />
            {act.mandatory.map((code) => (
              <NumberBox
                key={code}
                label={words.own(nameOf(code))}
                value={act.ownPlaces.find((own) => own.code === code)?.people ?? each}
                limits={ACT_LIMITS.ownPlaces}
                onChange={(value) => putOwn(code, value)}
              />
            ))}
          </div>
          <p className={classes.help}>
            {fte > 0
              ? words.help(f.limit(fte), f.integer(act.places), f.integer(each))
              : words.absent(t.professions.names[profession])}
          </p>
          <ChoiceField
            label={words.served}
            value={act.served}
            options={["all", "under"]}
            names={words.choices}
            onChange={(served) => onChange({ served })}
          />
          <p className={classes.help}>
            {words.rule} {act.practices && words.today}
          </p>
        </>
      )}
    </div>
  );
}
