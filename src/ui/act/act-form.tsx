import { Checkbox } from "@mantine/core";
import { ACT_LIMITS, type ActChoices, clampAct, type NumberField } from "../../app/act-choices.ts";
import { changeAct, chooseProfession, chooseYear } from "../../app/commands.ts";
import { budgetOf, listVersus, supplyOf, totalFte } from "../../app/plans.ts";
import { PLACEMENT_OBJECTIVES, type PlacementObjective } from "../../core/placement/objectives.ts";
import { isProfession, PROFESSIONS, SERIES } from "../../core/professions.ts";
import { ChoiceField } from "../parts/choice-field.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import classes from "./act-form.module.css";
import { CapacityField } from "./capacity-field.tsx";
import { CommunePicker } from "./commune-picker.tsx";
import { ChoiceBox, NumberBox } from "./form-boxes.tsx";
import { StaffField } from "./staff-field.tsx";
import { VersusField } from "./versus-field.tsx";

/** Thousands of euros a year, until one says. */
const FIRST_BUDGET = 1_500;

/** Consultations of one doctor at the official bounds of activity. */
const BOUNDS = [3_600, 6_000] as const;

/** Everything that defines the search; each change is in the address. */
export function ActForm({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const series = useQuestion((q) => q.series);
  const act = useQuestion((q) => q.act);
  const change = (part: Partial<ActChoices>) => changeAct(store, part);
  const words = t.act.form;
  const years = [...new Set(SERIES.filter((s) => s.profession === series.profession).map((s) => s.year))];
  const aims = [act.aim, ...listVersus(act)];
  const budget = budgetOf(act);
  const isTimed = aims.some((aim) => aim !== "shortfall");
  const isWithin = aims.some((aim) => aim === "mclp" || aim === "lscp");
  const number = (field: NumberField, label: string, step = 1) => (
    <NumberBox
      label={label}
      value={act[field]}
      limits={ACT_LIMITS[field]}
      step={step}
      onChange={(value) => change({ [field]: clampAct(field, value) })}
    />
  );
  return (
    <div className={classes.form}>
      <div className={classes.pair}>
        <ChoiceBox
          label={words.profession}
          value={series.profession}
          onChange={(value) => isProfession(value) && chooseProfession(store, value)}
          options={PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] }))}
        />
        <ChoiceBox
          label={words.year}
          value={String(series.year)}
          onChange={(value) => chooseYear(store, Number(value))}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </div>
      <ChoiceBox
        label={words.aim}
        value={act.aim}
        onChange={(value) => change({ aim: value as PlacementObjective })}
        options={PLACEMENT_OBJECTIVES.map((value) => ({ value, label: words.aims[value] }))}
      />
      {act.aim !== "lscp" && (
        <VersusField aim={act.aim} versus={act.versus} onChange={(versus) => change({ versus })} />
      )}
      <div className={classes.row}>
        {act.aim !== "lscp" && !budget && number("sites", words.sites)}
        {act.staff.length === 0 && number("fte", words.fte, 0.5)}
        {isWithin && number("minutes", words.minutes)}
      </div>
      {(act.aim === "p-median" || act.aim === "mclp") && aims.length === 1 && (
        <CapacityField act={act} profession={series.profession} onChange={change} />
      )}
      <StaffField
        act={act}
        profession={series.profession}
        isCounted={aims.includes("shortfall")}
        isPriced={budget !== undefined}
        onChange={change}
      />
      {act.aim === "shortfall" && aims.length === 1 && (
        <div className={classes.group}>
          <Checkbox
            size="sm"
            label={words.budget}
            checked={act.budget > 0}
            onChange={(event) => change({ budget: event.currentTarget.checked ? FIRST_BUDGET : 0 })}
          />
          {budget && (
            <>
              <div className={classes.row}>
                {number("budget", words.total)}
                {number("opening", words.opening)}
                {act.staff.length === 0 && number("perFte", words.perFte)}
              </div>
              <p className={classes.help}>
                {words.sizes(
                  f.list(
                    budget.sizes.map(({ multiple, cost }) =>
                      words.size(f.limit(multiple * totalFte(act)), f.integer(cost)),
                    ),
                  ),
                )}
              </p>
            </>
          )}
        </div>
      )}
      <p className={classes.help}>
        {(act.aim !== "shortfall" || act.staff.length === 0) && words.help[act.aim](f.limit(reading.threshold))}{" "}
        {writeSupply()}
      </p>
      {isTimed && (
        <div>
          <Checkbox
            size="sm"
            label={words.practices}
            checked={act.practices}
            onChange={(event) => change({ practices: event.currentTarget.checked })}
          />
          <p className={classes.help}>{words.practicesHelp}</p>
        </div>
      )}
      {aims.includes("shortfall") && (
        <ChoiceField
          label={words.priority}
          value={String(act.priority) as "0" | "1" | "2"}
          options={["0", "1", "2"]}
          names={words.priorities}
          onChange={(value) => change({ priority: Number(value) })}
        />
      )}
      <Disclosure title={words.conditions} isOpen={act.mandatory.length + act.excluded.length > 0}>
        <div className={classes.form}>
          <Checkbox
            size="sm"
            label={words.pharmacy}
            checked={act.pharmacy}
            onChange={(event) => change({ pharmacy: event.currentTarget.checked })}
          />
          <Checkbox
            size="sm"
            label={words.franceServices}
            checked={act.franceServices}
            onChange={(event) => change({ franceServices: event.currentTarget.checked })}
          />
          {number("people", words.people)}
          {number("away", words.away)}
          {number("margin", words.margin)}
          <CommunePicker
            label={words.mandatory}
            codes={act.mandatory}
            reading={reading}
            onChange={(mandatory) => change({ mandatory })}
          />
          <CommunePicker
            label={words.excluded}
            codes={act.excluded}
            reading={reading}
            onChange={(excluded) => change({ excluded })}
          />
        </div>
      </Disclosure>
    </div>
  );

  function writeSupply(): string {
    if (act.staff.length > 0) return "";
    const fte = f.limit(act.fte);
    if (series.profession !== "gp") return words.supply.fte(fte);
    const [low, high] = BOUNDS.map((bound) => f.integer(bound * act.fte));
    return words.supply.consultations(fte, f.integer(supplyOf("gp", act.fte)), low, high);
  }
}
