import { Button } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useMemo } from "react";
import { type Example, judge, type NumberTable } from "../../core/verify/example.ts";
import type { ExampleId } from "../../core/verify/examples.ts";
import { Formula } from "../parts/formula.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { ComparedFigures } from "./compared-figures.tsx";
import classes from "./example-card.module.css";
import { NumberGrid } from "./number-table.tsx";
import { Verdict } from "./verdict.tsx";

interface ExampleCardProps {
  readonly example: Example<ExampleId>;
  /** Null: as published. */
  readonly changed: readonly NumberTable[] | null;
  readonly onChange: (inputs: readonly NumberTable[] | null) => void;
}

/** A worked example: closed, its verdict; open, everything it takes to do it again with a pencil. */
export function ExampleCard({ example, changed, onChange }: ExampleCardProps) {
  const t = useTexts();
  const f = useFormats();
  const { words } = t.verify;
  const texts = t.verify.examples[example.id];
  const inputs = changed ?? example.inputs;
  const { values, steps } = useMemo(() => example.compute(inputs), [example, inputs]);
  const found = judge(example.expected, values);
  const isFound = found.every(Boolean);
  const lost = changed ? "lostByYou" : "lost";
  const main = Math.max(0, found.indexOf(false));
  const { value, digits } = example.expected[main];
  const setCell = (table: number, row: number, column: number, cell: number) =>
    onChange(inputs.map((one, k) => (k === table ? withCell(one, row, column, cell) : one)));
  return (
    <details className={classes.card} data-changed={changed !== null || undefined}>
      <summary className={classes.summary}>
        <Verdict kind={isFound ? "found" : lost} isShort />
        <span className={classes.name}>{texts.title}</span>
        <span className={classes.brief}>
          {words.brief(f.decimal(value, digits), f.decimal(values[main], Math.min(digits + 1, 6)))}
        </span>
      </summary>
      <div className={classes.body}>
        <p>{texts.what}</p>
        <ComparedFigures
          caption={texts.title}
          rows={example.expected.map((expected, i) => ({
            ...expected,
            name: t.verify.names[expected.name.key](expected.name.number ?? 0),
            actual: values[i],
            verdict: found[i] ? "found" : lost,
          }))}
        />
        <h3 className={classes.part}>{words.formula}</h3>
        <div className={classes.formulas}>
          {texts.formula.map((line) => (
            <Formula key={line} text={line} />
          ))}
        </div>
        <h3 className={classes.part}>{words.inputs}</h3>
        <p className={classes.help}>{words.inputsHelp}</p>
        <div className={classes.tables}>
          {inputs.map((table, k) => (
            <NumberGrid key={table.key} table={table} onChange={(row, column, cell) => setCell(k, row, column, cell)} />
          ))}
        </div>
        {changed && (
          <Button
            className={classes.reset}
            size="xs"
            variant="light"
            leftSection={<IconRestore size={16} aria-hidden />}
            onClick={() => onChange(null)}
          >
            {words.reset}
          </Button>
        )}
        <h3 className={classes.part}>{words.steps}</h3>
        <p className={classes.help}>{words.stepsHelp}</p>
        <div className={classes.tables}>
          {steps.map((table) => (
            <NumberGrid key={table.key} table={table} />
          ))}
        </div>
        <h3 className={classes.part}>{words.source}</h3>
        <p>{`${t.verify.origins[example.origin]}. ${texts.source}`}</p>
      </div>
    </details>
  );
}

function withCell(table: NumberTable, row: number, column: number, value: number): NumberTable {
  return {
    ...table,
    cells: table.cells.map((line, i) => (i === row ? line.map((cell, j) => (j === column ? value : cell)) : line)),
  };
}
