import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ParityModel, ParitySummary, Split } from "../../app/studies.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { downloadFile } from "../parts/download-file.ts";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { writeModelsCsv } from "./parity-csv.ts";
import classes from "./parity-report.module.css";
import { findModel, modelsOf, nameModel } from "./read-study.ts";

/** Models that know neither supply nor travel. */
const REFERENCES = new Set(["neighbours"]);

/** Every model of a split, held-out figures first. */
export function ModelsTable({ study, split }: { readonly study: ParitySummary; readonly split: Split }) {
  const t = useTexts();
  const f = useFormats();
  const { digits } = PROFESSION_RULES[study.question.profession];
  const words = t.parity.models;
  return (
    <section>
      <div className={classes.head}>
        <h3 className={classes.title}>{words.title}</h3>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => downloadFile(...writeModelsCsv(study), "text/csv")}
        >
          {t.parity.exports.models}
        </Button>
      </div>
      <ScrollTable caption={words.caption}>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={4}>
              {words.heldOut}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.fit}
            </th>
          </tr>
          <tr>
            <th scope="col">{words.columns.model}</th>
            <th scope="col">{words.columns.r}</th>
            <th scope="col">{words.columns.weightedR}</th>
            <th scope="col">{words.columns.rmse}</th>
            <th scope="col">{words.columns.bias}</th>
            <th scope="col">{words.columns.fitR}</th>
            <th scope="col">{words.columns.fitRmse}</th>
          </tr>
        </thead>
        <tbody>
          {modelsOf(study, split).map(({ name, heldOut, fit }) => {
            const isChosen = name === study.chosen[split];
            const mark = isChosen ? words.chosen : REFERENCES.has(name) ? words.reference : null;
            return (
              <tr key={name} data-strong={isChosen || undefined}>
                <th scope="row">
                  {nameModel(name, t)}
                  {mark && <span className={classes.mark}>{mark}</span>}
                </th>
                <td>{f.decimal(heldOut.r, 3)}</td>
                <td>{f.decimal(heldOut.weightedR, 3)}</td>
                <td>{f.decimal(heldOut.rmse, digits + 1)}</td>
                <td>{f.signed(heldOut.bias, digits + 1)}</td>
                <td>{f.decimal(fit.r, 3)}</td>
                <td>{f.decimal(fit.rmse, digits + 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
      <ChosenParameters model={findModel(study, split, study.chosen[split])} />
    </section>
  );
}

/** What was found for the chosen model. */
function ChosenParameters({ model }: { readonly model: ParityModel }) {
  const t = useTexts();
  const f = useFormats();
  const { names, title } = t.parity.parameters;
  const write = (value: number | string | readonly number[]) => {
    if (typeof value === "number") return f.limit(value);
    if (typeof value === "string") return nameModel(`calibrated-${value}`, t);
    return value.map(f.limit).join(" · ");
  };
  const shown = Object.entries(model.parameters).flatMap(([key, value]) =>
    key in names ? [{ name: names[key as keyof typeof names], value: write(value) }] : [],
  );
  return (
    <details>
      <summary className={classes.summary}>{title}</summary>
      <dl className={classes.parameters}>
        {shown.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
