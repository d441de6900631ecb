import { Checkbox } from "@mantine/core";
import { useId } from "react";
import { ACT_LIMITS, type ActChoices } from "../../app/act-choices.ts";
import { fteOf, type StaffShare } from "../../core/placement/staff.ts";
import { PROFESSIONS, type Profession } from "../../core/professions.ts";
import { useTexts } from "../services.tsx";
import formClasses from "./act-form.module.css";
import { NumberInput } from "./form-boxes.tsx";
import classes from "./staff-field.module.css";

interface StaffFieldProps {
  readonly act: ActChoices;
  /** On screen. */
  readonly profession: Profession;
  /** Whether weights decide anything: under the aim of equity. */
  readonly isCounted: boolean;
  /** Whether a budget asks for a price. */
  readonly isPriced: boolean;
  readonly onChange: (part: Pick<ActChoices, "staff">) => void;
}

/** Who works at a centre: one profession, or several with what each counts. */
export function StaffField({ act, profession, isCounted, isPriced, onChange }: StaffFieldProps) {
  const t = useTexts();
  const id = useId();
  const words = t.act.staff;
  const { staff } = act;
  const own = t.professions.names[profession];
  const share = (one: Profession): StaffShare =>
    staff.find((known) => known.profession === one) ?? { profession: one, fte: 0, importance: 1, cost: null };
  /** The profession on screen stays, that the list may not empty under one's hands. */
  const put = (changed: StaffShare) => {
    const all = PROFESSIONS.map((one) => (one === changed.profession ? changed : share(one)));
    onChange({ staff: all.filter(({ fte, profession: one }) => fte > 0 || one === profession) });
  };
  return (
    <div className={formClasses.group}>
      <Checkbox
        size="sm"
        label={words.toggle}
        checked={staff.length > 0}
        onChange={({ currentTarget }) =>
          onChange({ staff: currentTarget.checked ? [{ ...share(profession), fte: act.fte }] : [] })
        }
      />
      {staff.length > 0 && (
        <>
          <table className={classes.table} aria-describedby={id}>
            <caption className={classes.hidden}>{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.profession}</th>
                <th scope="col">{words.fte}</th>
                {isCounted && <th scope="col">{words.importance}</th>}
                {isPriced && <th scope="col">{words.cost}</th>}
              </tr>
            </thead>
            <tbody>
              {PROFESSIONS.map(share).map((one) => {
                const name = t.professions.names[one.profession];
                return (
                  <tr key={one.profession} data-absent={one.fte === 0}>
                    <th scope="row">{name}</th>
                    <td>
                      <NumberInput
                        aria-label={words.cell(words.fte, name)}
                        value={one.fte}
                        limits={ACT_LIMITS.staffFte}
                        step={0.5}
                        onChange={(fte) => put({ ...one, fte })}
                      />
                    </td>
                    {isCounted && (
                      <td>
                        <NumberInput
                          aria-label={words.cell(words.importance, name)}
                          value={one.importance}
                          limits={ACT_LIMITS.importance}
                          step={0.5}
                          onChange={(importance) => put({ ...one, importance })}
                        />
                      </td>
                    )}
                    {isPriced && (
                      <td>
                        <NumberInput
                          aria-label={words.cell(words.cost, name)}
                          value={one.cost ?? act.perFte}
                          limits={ACT_LIMITS.perFte}
                          onChange={(cost) => put({ ...one, cost })}
                        />
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p id={id} className={formClasses.help}>
            {isCounted ? words.help : words.helpTime}{" "}
            {fteOf(staff, profession) > 0 ? words.shown(own) : words.absent(own)}
          </p>
        </>
      )}
    </div>
  );
}
