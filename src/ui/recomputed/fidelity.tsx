import { memo } from "react";
import type { RecomputeQuestion } from "../../app/recomputation.ts";
import type { ParityScores } from "../../core/access/parity-scores.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./fidelity.module.css";
import { useRecomputeScores } from "./use-recomputed.ts";

interface FidelityProps {
  readonly question: RecomputeQuestion;
  readonly name: string;
  /** False while the recomputation itself is under way: it comes first. */
  readonly isReady: boolean;
}

/** How close the recomputation comes to the official values, where it does and where it does not. */
export const Fidelity = memo(function Fidelity({ question, name, isReady }: FidelityProps) {
  const t = useTexts();
  const f = useFormats();
  const { data } = useRecomputeScores(question, isReady);
  const words = t.recomputed.fidelity;
  const { profession } = question.series;
  const { digits } = PROFESSION_RULES[profession];
  const row = (label: string, scores: ParityScores) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td>{f.integer(scores.n)}</td>
      <td>{f.decimal(scores.r, 2)}</td>
      <td>{f.decimal(scores.rmse, digits)}</td>
      <td>{f.signed(scores.residuals["0.5"], digits)}</td>
    </tr>
  );
  return (
    <Section title={words.title} topic="recomputed">
      {data ? (
        <>
          <p className={classes.sentence}>
            {words.sentence(
              f.decimal(data.territory.r, 2),
              name,
              `${f.decimal(data.territory.rmse, digits)} ${t.units.short[profession]}`,
            )}
          </p>
          <Disclosure title={words.where}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.class}</th>
                  <th scope="col">{words.columns.n}</th>
                  <th scope="col">{words.columns.r}</th>
                  <th scope="col">{words.columns.rmse}</th>
                  <th scope="col">{words.columns.median}</th>
                </tr>
              </thead>
              <tbody>
                {row(words.country, data.country)}
                {(["urban", "rural", "with-practice", "without-practice"] as const).map((id) =>
                  row(words.classes[id], data.classes[id]),
                )}
              </tbody>
            </table>
          </Disclosure>
        </>
      ) : (
        <p className={classes.note} role="status">
          {words.loading}
        </p>
      )}
      <p className={classes.note}>{words.naive}</p>
    </Section>
  );
});
