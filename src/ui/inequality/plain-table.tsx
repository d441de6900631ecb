import { Scroller } from "../parts/scroller.tsx";
import classes from "./plain-table.module.css";

export interface PlainTableProps {
  readonly caption: string;
  readonly headers: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** The figures of a drawing as rows. */
export function PlainTable({ caption, headers, rows }: PlainTableProps) {
  return (
    <Scroller className={classes.scroller} label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={headers[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
