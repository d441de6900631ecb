import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { communeQuery } from "../../../app/answers.ts";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { readCorrection } from "../../../core/participation/read-correction.ts";
import actClasses from "../../act/act-form.module.css";
import { Box, ChoiceBox } from "../../act/form-boxes.tsx";
import { useFormats, useLocale, useQuestion, useServices, useTexts } from "../../services.tsx";
import { useCatalogue } from "../../use-answers.ts";
import { today } from "../committee/standing.ts";
import { useAct } from "../proposals/use-act.ts";
import { CommuneSearch } from "../report/commune-search.tsx";
import { Fault, TextField } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { EVIDENCES, type Evidence } from "./evidence.ts";

/** Practitioners first: what most people come to correct. */
const PROFESSIONALS = ["D265", "D281", "D279", "D278", "D277"];
const LONGEST_COUNT = 5;

/** One count of one commune: what it should be, how one knows, since when. */
export function CorrectionForm({ view, onDone }: { readonly view: SpaceView; onDone(): void }) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const { engine, contributions } = useServices();
  const selected = useQuestion((q) => q.selected);
  const act = useAct();
  const [commune, setCommune] = useState(selected);
  const [field, setField] = useState("");
  const [value, setValue] = useState("");
  const [evidence, setEvidence] = useState<Evidence>("site-visit");
  const [date, setDate] = useState(today());
  const [isTried, setTried] = useState(false);
  const catalogue = useCatalogue(true).data;
  const query = useQuery({ ...communeQuery(engine.get, commune ?? ""), enabled: commune !== null });
  const words = t.corrections.form;
  const facilities = commune === null ? [] : (query.data?.facilities ?? []);
  const chosen = facilities.find(({ type }) => type === field);
  const draft = chosen && {
    dataset: "facilities",
    row: commune ?? "",
    field,
    old: String(chosen.count2024),
    new: value.trim(),
  };
  const read = draft && readCorrection(draft);
  const fault = (): string | undefined => {
    if (read === undefined || catalogue === undefined || date === "") return words.missing;
    if ("fault" in read) return read.fault === "same" ? words.same : words.missing;
    return date > today() ? words.future : undefined;
  };
  const sign = async () => {
    setTried(true);
    if (fault() !== undefined || draft === undefined || catalogue === undefined) return;
    const body = { ...draft, release: catalogue.release, evidence, evidenceDate: date };
    const publish = () => contributions.publish(view.space, { type: "correction", scope: `com:${draft.row}`, body });
    if (await act.run(publish, words.sent)) onDone();
  };
  const listTypes = (isProfessional: boolean) =>
    facilities
      .filter(({ type }) => PROFESSIONALS.includes(type) === isProfessional)
      .sort((a, b) => PROFESSIONALS.indexOf(a.type) - PROFESSIONALS.indexOf(b.type))
      .map(({ type, label, count2024 }) => (
        <option key={type} value={type}>{`${label[locale]} (${f.integer(count2024)})`}</option>
      ));
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <CommuneSearch
        label={words.commune}
        code={commune}
        onChoose={(code) => {
          setCommune(code);
          setField("");
        }}
      />
      {commune !== null && query.isPending && <p role="status">{words.loading}</p>}
      {query.error && <Fault text={t.failures.bug} />}
      {facilities.length > 0 && (
        <Box label={words.type}>
          {(boxId) => (
            <select
              id={boxId}
              className={actClasses.input}
              value={field}
              onChange={(event) => setField(event.currentTarget.value)}
            >
              <option value="">{words.chooseType}</option>
              <optgroup label={words.professionals}>{listTypes(true)}</optgroup>
              <optgroup label={words.places}>{listTypes(false)}</optgroup>
            </select>
          )}
        </Box>
      )}
      {chosen && (
        <>
          <p className={classes.help}>{words.official(f.integer(chosen.count2024))}</p>
          <TextField
            label={words.value}
            help={words.valueHelp}
            value={value}
            longest={LONGEST_COUNT}
            isWrong={isTried && read !== undefined && "fault" in read}
            onChange={setValue}
          />
        </>
      )}
      <div className={classes.pair}>
        <ChoiceBox
          label={words.evidence}
          value={evidence}
          options={EVIDENCES.map((one) => ({ value: one, label: words.evidences[one] }))}
          onChange={(one) => setEvidence(one as Evidence)}
        />
        <TextField label={words.date} type="date" value={date} longest={10} onChange={setDate} />
      </div>
      <p className={classes.help}>{words.rule}</p>
      <Fault text={isTried ? (fault() ?? act.problem) : undefined} />
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
