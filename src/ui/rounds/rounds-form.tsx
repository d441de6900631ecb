import { Checkbox } from "@mantine/core";
import { changeRounds, chooseProfession, chooseYear } from "../../app/commands.ts";
import { roundsQuestion } from "../../app/rounds.ts";
import {
  RHYTHM_CHOICES,
  type RhythmChoice,
  ROUNDS_LIMITS,
  type RoundsChoices,
  type RoundsNumber,
  roundsStep,
} from "../../app/rounds-choices.ts";
import { isProfession, PROFESSIONS, SERIES } from "../../core/professions.ts";
import form from "../act/act-form.module.css";
import { CommunePicker } from "../act/commune-picker.tsx";
import { ChoiceBox, NumberBox } from "../act/form-boxes.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";

/** Everything that defines the rounds; each change is in the address. */
export function RoundsForm({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const series = useQuestion((q) => q.series);
  const rounds = useQuestion((q) => q.rounds);
  const change = (part: Partial<RoundsChoices>) => changeRounds(store, part);
  const words = t.rounds.form;
  const years = [...new Set(SERIES.filter((s) => s.profession === series.profession).map((s) => s.year))];
  const number = (field: Exclude<RoundsNumber, "week">) => (
    <NumberBox
      label={words[field]}
      value={rounds[field]}
      limits={ROUNDS_LIMITS[field]}
      step={roundsStep(field)}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <div className={form.form}>
      <div className={form.pair}>
        <ChoiceBox
          label={t.act.form.profession}
          value={series.profession}
          onChange={(value) => isProfession(value) && chooseProfession(store, value)}
          options={PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] }))}
        />
        <ChoiceBox
          label={t.act.form.year}
          value={String(series.year)}
          onChange={(value) => chooseYear(store, Number(value))}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </div>
      <div>
        <CommunePicker
          label={words.depot}
          codes={rounds.depot === null ? [] : [rounds.depot]}
          reading={reading}
          onChange={(codes) => change({ depot: codes.find((code) => code !== rounds.depot) ?? null })}
        />
        {rounds.depot === null && <p className={form.help}>{words.depotAuto}</p>}
      </div>
      <div className={form.row}>
        {number("vehicles")}
        {number("days")}
        {number("hours")}
      </div>
      <div className={form.row}>
        {number("driving")}
        {number("visit")}
        {series.profession === "gp" && number("consultations")}
      </div>
      <ChoiceBox
        label={words.rhythm}
        value={rounds.rhythm}
        onChange={(value) => change({ rhythm: value as RhythmChoice })}
        options={RHYTHM_CHOICES.map((value) => ({ value, label: words.rhythms[value] }))}
      />
      <p className={form.help}>
        {words.help(f.integer(rounds.visit), f.limit(rounds.hours), f.integer(rounds.driving))} {writeSupply()}
      </p>
      <Disclosure title={words.conditions} isOpen={rounds.mandatory.length + rounds.excluded.length > 0}>
        <div className={form.form}>
          {number("people")}
          {number("away")}
          {number("candidates")}
          {number("weeks")}
          <Checkbox
            size="sm"
            label={words.rural}
            checked={rounds.rural}
            onChange={(event) => change({ rural: event.currentTarget.checked })}
          />
          <CommunePicker
            label={words.mandatory}
            codes={rounds.mandatory}
            reading={reading}
            onChange={(mandatory) => change({ mandatory })}
          />
          <CommunePicker
            label={words.excluded}
            codes={rounds.excluded}
            reading={reading}
            onChange={(excluded) => change({ excluded })}
          />
        </div>
      </Disclosure>
    </div>
  );

  function writeSupply(): string {
    if (series.profession === "gp") {
      return rounds.consultations > 0 ? words.pace(f.integer(rounds.visit / rounds.consultations)) : "";
    }
    const { supplyPerVisit } = roundsQuestion(store.getState().question, reading.threshold);
    return words.share(f.decimal(supplyPerVisit, 4));
  }
}
