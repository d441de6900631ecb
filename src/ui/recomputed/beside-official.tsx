import { PROFESSION_RULES } from "../../core/professions.ts";
import { useFormats, useTexts } from "../services.tsx";
import { peopleUnder, type Reading, shareUnder } from "../understand/reading.ts";
import classes from "./beside-official.module.css";

interface BesideOfficialProps {
  readonly official: Reading;
  readonly recomputed: Reading;
  readonly isUpdating: boolean;
}

/** The same figures twice: as published, and as computed here. */
export function BesideOfficial({ official, recomputed, isUpdating }: BesideOfficialProps) {
  const t = useTexts();
  const f = useFormats();
  const { series } = recomputed;
  const { digits } = PROFESSION_RULES[series.profession];
  const words = t.recomputed;
  const rows: readonly [label: string, write: (reading: Reading) => string][] = [
    [words.rows.under, ({ answer, threshold }) => f.people(peopleUnder(answer.summary, threshold, series))],
    [words.rows.share, ({ answer, threshold }) => f.percent(shareUnder(answer.summary, threshold, series))],
    [words.rows.mean, ({ answer }) => f.decimal(answer.summary.mean, digits)],
    [words.rows.lowest, ({ answer }) => f.decimal(answer.summary.lowestTenth, digits)],
  ];
  return (
    <table className={classes.table} aria-busy={isUpdating}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.columns.official}</th>
          <th scope="col">{words.columns.recomputed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, write], k) => (
          <tr key={label} data-first={k === 0 || undefined}>
            <th scope="row">{label}</th>
            <td>{write(official)}</td>
            <td className={classes.own}>{write(recomputed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
