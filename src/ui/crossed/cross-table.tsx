import type { IncomeCrossAnswer } from "../../app/spatial.ts";
import { useFormats, useTexts } from "../services.tsx";
import { writeShare } from "../understand/write-share.ts";
import classes from "./cross-table.module.css";
import { CROSS_PALETTE } from "./crossed-view.ts";

/** Cells whose colour is too dark for dark ink. */
const DARK = new Set([0, 1, 3]);

/** People of the nine cells, most access at the top as in the legend. */
export function CrossTable({ answer }: { readonly answer: IncomeCrossAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.crossed;
  const { peopleByClass } = answer;
  const known = peopleByClass.reduce((a, b) => a + b, 0);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{words.square.label(answer.territory.name)}</caption>
      <thead>
        <tr>
          <td />
          {words.income.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[2, 1, 0].map((row) => (
          <tr key={row}>
            <th scope="row">{words.access[row]}</th>
            {[0, 1, 2].map((column) => {
              const at = 3 * row + column;
              return (
                <td key={column} data-dark={DARK.has(at) || undefined} style={{ backgroundColor: CROSS_PALETTE[at] }}>
                  <strong>{f.people(peopleByClass[at])}</strong>
                  <span>{writeShare(peopleByClass[at] / known, f, t)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
