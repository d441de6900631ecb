import { useState } from "react";
import type { Name, NumberTable } from "../../core/verify/example.ts";
import type { Texts } from "../../i18n/fr.ts";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./number-table.module.css";
import { readNumber, writeNumber } from "./write-number.ts";

interface NumberGridProps {
  readonly table: NumberTable;
  /** Absent: a table to read, not to change. */
  readonly onChange?: (row: number, column: number, value: number) => void;
}

export function nameOf({ key, number = 0 }: Name, t: Texts): string {
  return t.verify.names[key](number);
}

/** A small table of an example, whose cells may be fields. */
export function NumberGrid({ table, onChange }: NumberGridProps) {
  const t = useTexts();
  const f = useFormats();
  const title = t.verify.tables[table.key];
  return (
    <ScrollTable caption={title} isCaptionShown>
      <thead>
        <tr>
          <td />
          {table.columns.map((column) => (
            <th key={nameOf(column, t)} scope="col">
              {nameOf(column, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, i) => (
          <tr key={nameOf(row, t)}>
            <th scope="row">{nameOf(row, t)}</th>
            {table.columns.map((column, j) => (
              <td key={nameOf(column, t)}>
                {onChange ? (
                  <NumberField
                    label={t.verify.words.cell(title, nameOf(row, t), nameOf(column, t))}
                    value={table.cells[i][j]}
                    onChange={(value) => onChange(i, j, value)}
                  />
                ) : (
                  writeNumber(table.cells[i][j], f)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Says what is typed as soon as it is a number; until then keeps the last one. */
function NumberField({ label, value, onChange }: NumberFieldProps) {
  const t = useTexts();
  const f = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  const isBad = draft !== null && readNumber(draft) === null;
  return (
    <input
      className={classes.field}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isBad || undefined}
      title={isBad ? t.verify.words.bad : undefined}
      value={draft ?? writeNumber(value, f)}
      size={6}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        const typed = readNumber(text);
        if (typed !== null) onChange(typed);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
