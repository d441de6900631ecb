import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import type { Split } from "../../app/studies.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { useFormats, useTexts } from "../services.tsx";
import { CloudFigure } from "./cloud-figure.tsx";
import { ModelsTable } from "./models-table.tsx";
import classes from "./parity-report.module.css";
import { Provenance } from "./provenance.tsx";
import { findModel, nameModel, writeVerdict } from "./read-study.ts";
import { ResidualsFigure } from "./residuals-figure.tsx";
import { RunControls } from "./run-controls.tsx";
import type { Parity, Source } from "./use-parity.ts";

const SPLITS = ["random", "spatial"] as const;

/** The whole study: what it says, every model, where the chosen one is wrong, what it does not say, how to run it again. */
export function ParityReport({ parity, children }: { readonly parity: Parity; readonly children: ReactNode }) {
  const t = useTexts();
  const { summary, split, source, sources } = parity;
  const words = t.parity;
  return (
    <div className={classes.report}>
      <p className={classes.what}>{words.what}</p>
      <div className={classes.choices}>
        {sources.length > 1 && (
          <Choice
            label={words.sources.label}
            value={source}
            names={words.sources.names}
            options={sources}
            onChange={(value) => parity.setSource(value as Source)}
          />
        )}
        <Choice
          label={words.splits.label}
          value={split}
          names={words.splits.names}
          options={SPLITS}
          onChange={(value) => parity.setSplit(value as Split)}
        />
      </div>
      <p className={classes.help}>{words.splits.help[split]}</p>
      {summary ? (
        <Findings parity={parity} />
      ) : (
        <p className={classes.help}>{parity.isLoading ? words.sources.loading : words.sources.missing}</p>
      )}
      {children}
      <RunControls parity={parity} />
      {summary && (
        <>
          <ModelsTable study={summary} split={split} />
          <div className={classes.figures}>
            <CloudFigure study={summary} split={split} />
            <ResidualsFigure study={summary} model={findModel(summary, split, summary.chosen[split])} />
          </div>
        </>
      )}
      <section>
        <h3 className={classes.title}>{words.limits.title}</h3>
        <ul className={classes.limits}>
          {words.limits.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      <Provenance parity={parity} />
    </div>
  );
}

function Findings({ parity: { summary, split } }: { readonly parity: Parity }) {
  const t = useTexts();
  const f = useFormats();
  if (!summary) return null;
  const { profession } = summary.question;
  const { digits } = PROFESSION_RULES[profession];
  const { model, neighbours, low } = writeVerdict(summary, split, t.units.short[profession], digits + 1, f, t);
  return (
    <div className={classes.findings}>
      <p className={classes.main}>{model}</p>
      <p>{neighbours}</p>
      {low && <p className={classes.low}>{low}</p>}
      <p className={classes.help}>{t.parity.sentences.chosen(nameModel(summary.chosen[split], t))}</p>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChange: (value: string) => void;
}

function Choice<T extends string>({ label, value, options, names, onChange }: ChoiceProps<T>) {
  return (
    <div className={classes.choice}>
      <span className={classes.choiceLabel} aria-hidden>
        {label}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={onChange}
        data={options.map((option) => ({ value: option, label: names[option] }))}
      />
    </div>
  );
}
