import { Button } from "@mantine/core";
import { type Ref, useState } from "react";
import { LONGEST_TEXT } from "../../../core/contributions/checks.ts";
import { DELAYS, DISTANCES, REPORT_KINDS } from "../../../core/contributions/record-types.ts";
import { PROFESSIONS } from "../../../core/professions.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useLocale, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { useIsPhone } from "../../use-phone.ts";
import { CommuneSearch } from "./commune-search.tsx";
import { Choices, Fault, TextField } from "./fields.tsx";
import classes from "./forms.module.css";
import { coarsen, findPersonal, listMonths, type ReportAnswers } from "./report-answers.ts";
import { writeMonth } from "./report-words.ts";
import { ScreenedText } from "./screened-text.tsx";

interface StepProps {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly answers: ReportAnswers;
  onChange(answers: ReportAnswers): void;
  onNext(): void;
}

/** What blocks, and where. */
export function WhatStep({ ref, answers, onChange, onNext, onPrint }: StepProps & { onPrint(): void }) {
  const t = useTexts();
  const f = useFormats();
  const isPhone = useIsPhone();
  const { places } = usePlaces();
  const [isTried, setTried] = useState(false);
  const words = t.report;
  const where = coarsen(answers.commune, places);
  const isWidened = where !== null && where.place.code !== where.commune.code;
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (answers.kind !== null && where !== null) onNext();
      }}
    >
      <div>
        <h1 ref={ref} className={classes.title} tabIndex={-1}>
          {words.what.title}
        </h1>
        <p className={classes.lead}>{words.what.promise}</p>
      </div>
      <Choices
        legend={words.what.legend}
        isLegendHidden
        options={REPORT_KINDS}
        names={words.kinds}
        value={answers.kind}
        fault={isTried && answers.kind === null ? words.what.missing : undefined}
        onChange={(kind) => onChange({ ...answers, kind })}
      />
      <CommuneSearch
        label={words.where.label}
        code={answers.commune}
        onChoose={(commune) => onChange({ ...answers, commune })}
      />
      <div role="status">
        {isWidened && (
          <p className={classes.warning}>
            {words.where.widened(where.commune.name, f.people(where.commune.population), where.place.name)}
          </p>
        )}
        {!isWidened && !isPhone && <p className={classes.help}>{words.where.map}</p>}
      </div>
      <Fault text={isTried && where === null ? words.where.missing : undefined} />
      <Button type="submit" size="md" fullWidth>
        {words.next}
      </Button>
      <Button size="md" fullWidth variant="outline" onClick={onPrint}>
        {words.print}
      </Button>
      <p className={classes.help}>{words.what.later}</p>
    </form>
  );
}

/** When, for which practitioner, and in one's own words. */
export function HowStep({ ref, answers, onChange, onNext }: StepProps) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const [isTried, setTried] = useState(false);
  const words = t.report.how;
  const mentions = findPersonal(answers.text);
  const left = LONGEST_TEXT - answers.text.length;
  const unsaid = { value: "", label: words.unsaid };
  const change = (part: Partial<ReportAnswers>) => onChange({ ...answers, ...part });
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (mentions.length === 0) onNext();
      }}
    >
      <div>
        <h1 ref={ref} className={classes.title} tabIndex={-1}>
          {words.title}
        </h1>
        <p className={classes.lead}>{words.help}</p>
      </div>
      <ChoiceBox
        label={words.month}
        value={answers.month}
        options={listMonths(new Date()).map((value) => ({ value, label: writeMonth(value, locale) }))}
        onChange={(month) => change({ month })}
      />
      <ChoiceBox
        label={words.profession}
        value={answers.profession}
        options={PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] }))}
        onChange={(value) => change({ profession: value as ReportAnswers["profession"] })}
      />
      <div className={classes.pair}>
        <ChoiceBox
          label={`${words.delay} (${t.report.optional})`}
          value={answers.delay ?? ""}
          options={[unsaid, ...DELAYS.map((value) => ({ value, label: words.delays[value] }))]}
          onChange={(value) => change({ delay: (value || null) as ReportAnswers["delay"] })}
        />
        <ChoiceBox
          label={`${words.distance} (${t.report.optional})`}
          value={answers.distance ?? ""}
          options={[unsaid, ...DISTANCES.map((value) => ({ value, label: words.distances[value] }))]}
          onChange={(value) => change({ distance: (value || null) as ReportAnswers["distance"] })}
        />
      </div>
      <TextField
        label={`${words.text} (${t.report.optional})`}
        help={`${words.textHelp} ${words.left(left, f.integer(left))}`}
        value={answers.text}
        longest={LONGEST_TEXT}
        isLong
        isWrong={mentions.length > 0}
        onChange={(text) => change({ text })}
      />
      <ScreenedText text={answers.text} />
      <Fault text={isTried && mentions.length > 0 ? t.report.screen.blocked : undefined} />
      <Button type="submit" size="md" fullWidth>
        {t.report.next}
      </Button>
    </form>
  );
}
