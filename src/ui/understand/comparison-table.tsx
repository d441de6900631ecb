import { PROFESSION_RULES } from "../../core/professions.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./comparison-table.module.css";
import { distinctParents, type Reading, shareUnder } from "./reading.ts";

/** The territory against those it belongs to: mean, share under the threshold, worst-served tenth, gap between tenths. */
export function ComparisonTable({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const { answer, series, threshold } = reading;
  const { digits } = PROFESSION_RULES[series.profession];
  const rows = [answer.summary, ...distinctParents(answer)];
  const shares = rows.map((row) => shareUnder(row, threshold, series));
  const widest = Math.max(...shares.filter((share) => share > 0), 0.001);
  const words = t.understand.comparison;
  return (
    <Section title={words.title} topic="comparison">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.territory}</span>
            </th>
            <th scope="col">{words.mean}</th>
            <th scope="col" className={classes.wide}>
              {words.below}
            </th>
            <th scope="col">{words.lowest}</th>
            <th scope="col" title={words.ratioHelp}>
              {words.ratio}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={`${row.territory.kind}:${row.territory.code}`} data-own={i === 0 || undefined}>
              <th scope="row">{row.territory.name}</th>
              {row.people === 0 ? (
                <td colSpan={4}>{t.common.noData}</td>
              ) : (
                <>
                  <td>{f.decimal(row.mean, digits)}</td>
                  <td className={classes.share}>
                    <span
                      className={classes.bar}
                      style={{ width: `${Math.max(0, shares[i] / widest) * 100}%` }}
                      aria-hidden
                    />
                    <span>{f.percent(shares[i])}</span>
                  </td>
                  <td>{f.decimal(row.lowestTenth, digits)}</td>
                  <td>{f.ratio(row.highestTenth / row.lowestTenth)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
