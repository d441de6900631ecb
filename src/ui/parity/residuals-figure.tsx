import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import type { ParityModel, ParitySummary } from "../../app/studies.ts";
import { QuantileStrips } from "../../charts/quantile-strips.tsx";
import type { ParityScores } from "../../core/access/parity-scores.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { downloadFile } from "../parts/download-file.ts";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { Figure } from "./figure.tsx";
import { writeClassesCsv } from "./parity-csv.ts";
import { CLASS_GROUPS, classesOf, nameClass } from "./read-study.ts";

interface ResidualsFigureProps {
  readonly study: ParitySummary;
  readonly model: ParityModel;
}

/** Residuals of a model on held-out communes by town and country, density, size and presence of practitioners. */
export function ResidualsFigure({ study, model }: ResidualsFigureProps) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.parity.residuals;
  const { profession, year } = study.question;
  const { digits } = PROFESSION_RULES[profession];
  const groups = CLASS_GROUPS.map((group) => ({
    key: group,
    title: words.groups[group],
    rows: classesOf(model, group).map(([id, scores]) => ({ id, scores, name: nameClass(id, group, f, t) })),
  }));
  const widest = groups
    .flatMap(({ title, rows }) => rows.map(({ name, scores }) => ({ name: `${title}, ${name}`, rmse: scores.rmse })))
    .filter(({ rmse }) => Number.isFinite(rmse))
    .sort((a, b) => b.rmse - a.rmse)
    .slice(0, 2);
  const summary = words.summary(f.list(widest.map(({ name }) => name.toLowerCase())));
  const write = (value: number) => f.signed(value, digits + 1);
  return (
    <Figure
      title={words.title}
      help={`${words.help} ${summary}`}
      fileName={`oasis-ecarts-${profession}-${year}-${model.split}`}
      tableTitle={t.parity.cloud.table}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => downloadFile(...writeClassesCsv(study, model), "text/csv")}
        >
          {t.parity.exports.residuals}
        </Button>
      }
      table={
        <ScrollTable caption={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.columns.class}</th>
              <th scope="col">{words.columns.n}</th>
              <th scope="col">{words.columns.quarter}</th>
              <th scope="col">{words.columns.median}</th>
              <th scope="col">{words.columns.threeQuarters}</th>
              <th scope="col">{words.columns.rmse}</th>
            </tr>
          </thead>
          <tbody>
            {groups.flatMap(({ title, rows }) =>
              rows.map(({ id, name, scores }) => (
                <tr key={id}>
                  <th scope="row">{`${title} : ${name}`}</th>
                  <td>{f.integer(scores.n)}</td>
                  <td>{write(scores.residuals["0.25"])}</td>
                  <td>{write(scores.residuals["0.5"])}</td>
                  <td>{write(scores.residuals["0.75"])}</td>
                  <td>{f.decimal(scores.rmse, digits + 1)}</td>
                </tr>
              )),
            )}
          </tbody>
        </ScrollTable>
      }
    >
      <div ref={ref}>
        {width > 0 && (
          <QuantileStrips
            groups={groups.map(({ key, title, rows }) => ({
              key,
              title,
              strips: rows.map(({ id, name, scores }) => ({
                key: id,
                name,
                count: f.integer(scores.n),
                quantiles: quantilesOf(scores),
              })),
            }))}
            width={Math.min(width, 560)}
            label={words.title}
            summary={summary}
            ends={words.ends}
            format={(value) => (value === 0 ? "0" : f.signed(value, Number.isInteger(value) ? 0 : 1))}
          />
        )}
      </div>
    </Figure>
  );
}

function quantilesOf({ residuals }: ParityScores): readonly [number, number, number, number, number] {
  return [residuals["0.05"], residuals["0.25"], residuals["0.5"], residuals["0.75"], residuals["0.95"]];
}
