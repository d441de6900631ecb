import { useElementSize } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type AccessSummary, accessQuery } from "../../app/answers.ts";
import { ComparisonBars, comparisonBarsHeight } from "../../charts/comparison-bars.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { FRANCE, type Territory } from "../../core/territory.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./commune-compare.module.css";
import { countryOf, distinctParents, type Reading } from "./reading.ts";
import { writeDigits } from "./value-words.ts";

interface CommuneCompareProps {
  readonly code: string;
  readonly reading: Reading;
  readonly row: number;
}

/** The commune's value against the means of what it belongs to; its arrondissements if it has any. */
export function CommuneCompare({ code, reading, row }: CommuneCompareProps) {
  const t = useTexts();
  const f = useFormats();
  const { engine } = useServices();
  const { places } = usePlaces();
  const { ref, width } = useElementSize();
  const { answer, series } = reading;
  const lineage = places?.lineage({ kind: "commune", code }) ?? [];
  const above: Territory = lineage.at(-2) ?? FRANCE;
  const around = useQuery({ ...accessQuery(engine.get, above, series), enabled: places !== undefined });
  const own = places?.departementOf(code)?.code;
  const isAbove = ({ territory }: AccessSummary) => territory.kind !== "departement" || territory.code === own;
  const summaries = around.data
    ? [around.data.summary, ...distinctParents(around.data)].filter(isAbove)
    : [countryOf(answer)];
  const format = (value: number) => writeDigits(value, PROFESSION_RULES[series.profession].digits, f, t);
  const self =
    row >= 0
      ? [{ key: code, name: answer.names[row], value: answer.values[row], colour: "#0b5d56", emphasised: true }]
      : [];
  const rows = [
    ...self,
    ...summaries.map(({ territory, mean }) => ({
      key: `${territory.kind}:${territory.code}`,
      name: territory.name,
      value: mean,
      colour: "#b9c7c2",
      emphasised: false,
    })),
  ];
  const parts = listArrondissements(code, answer.codes);
  return (
    <>
      <div ref={ref} style={{ minHeight: comparisonBarsHeight(around.data ? rows.length : lineage.length, false) }}>
        {width > 0 && (
          <ComparisonBars
            rows={rows}
            width={width}
            label={t.understand.commune.compare}
            missing={t.common.noData}
            format={format}
          />
        )}
      </div>
      {parts.length > 0 && (
        <details className={classes.parts}>
          <summary>{t.understand.commune.arrondissements}</summary>
          <p>{t.understand.commune.folded}</p>
          <ul>
            {parts.map((part) => (
              <li key={answer.codes[part]}>
                <span>{answer.names[part]}</span>
                <strong>{Number.isNaN(answer.values[part]) ? t.common.noData : format(answer.values[part])}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const ARRONDISSEMENTS: Readonly<Record<string, RegExp>> = {
  "75056": /^751\d\d$/,
  "69123": /^6938\d$/,
  "13055": /^132\d\d$/,
};

/** Rows of the municipal arrondissements of a city. */
function listArrondissements(code: string, codes: readonly string[]): readonly number[] {
  const pattern = ARRONDISSEMENTS[code];
  return pattern ? codes.flatMap((candidate, row) => (pattern.test(candidate) ? [row] : [])) : [];
}
