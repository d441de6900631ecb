import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { chooseLens } from "../../app/commands.ts";
import { type AssessedVariant, robustnessQuery, underCountsQuery } from "../../app/diagnoses.ts";
import type { Verdict } from "../../core/access/robustness.ts";
import { UNJUDGED } from "../../core/access/under-counts.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { usePlaces } from "../use-answers.ts";
import { nameVariant } from "./method-table.tsx";
import classes from "./robustness-badge.module.css";
import { countsOf, verdictOf, writeCount } from "./robustness-view.ts";

interface RobustnessBadgeProps {
  readonly code: string;
  readonly reading: Reading;
}

interface Standing {
  readonly under: number;
  readonly of: number;
  /** One by one, once they are computed, and where the commune is among their rows. */
  readonly variants: readonly AssessedVariant[];
  readonly row: number;
}

/** « Désert dans 8/10 méthodes », and each of them once it is computed. Nothing where no method is known. */
export function RobustnessBadge({ code, reading }: RobustnessBadgeProps) {
  const t = useTexts();
  const { store } = useServices();
  const isLens = useQuestion((q) => q.lens === "robustness");
  const standing = useStanding(code, reading);
  if (!standing) return null;
  const words = t.robustness;
  const { under, of, variants } = standing;
  const verdict = verdictOf(under, of);
  return (
    <section className={classes.badge} aria-label={words.badge.title}>
      <h3 className={classes.title}>
        {words.badge.title}
        <InfoButton topic="robustness" />
      </h3>
      <p>
        <span className={classes.chip} data-verdict={verdict satisfies Verdict}>
          {under === 0 || under === UNJUDGED ? writeCount(under, of, t) : words.count(under, of)}
        </span>
      </p>
      <p className={classes.verdict}>{words.verdicts[verdict]}</p>
      {variants.length > 0 && <VariantList standing={standing} />}
      {!isLens && (
        <Button size="compact-xs" variant="default" onClick={() => chooseLens(store, "robustness")}>
          {words.badge.seeAll}
        </Button>
      )}
    </section>
  );
}

function VariantList({ standing: { variants, row } }: { readonly standing: Standing }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.robustness.badge;
  return (
    <ul className={classes.list}>
      {variants.map((variant) => {
        const value = variant.values[row];
        const isKnown = !Number.isNaN(value);
        const isUnder = value < variant.threshold;
        const unit = t.robustness.units[variant.variant.kind];
        return (
          <li key={variant.variant.id}>
            <span>
              {nameVariant(variant, t)}
              <small>
                {isKnown ? words.row(f.decimal(value, 1), f.decimal(variant.threshold, 1), unit) : words.missing}
              </small>
            </span>
            {isKnown && <strong data-under={isUnder || undefined}>{isUnder ? words.under : words.above}</strong>}
          </li>
        );
      })}
    </ul>
  );
}

/** From the answer of the lens if it has been computed, else from what the build found. */
function useStanding(code: string, { answer, series }: Reading): Standing | null {
  const { engine } = useServices();
  const { places } = usePlaces();
  const rule = useQuestion((q) => q.choices.rule);
  const { territory } = answer.question;
  const isGp = series.profession === "gp";
  const question = { territory, year: series.year, rule };
  const computed = useQuery({ ...robustnessQuery(engine.get, question), enabled: false });
  const prebuilt = useQuery({ ...underCountsQuery(), enabled: isGp });
  if (!isGp) return null;
  const row = computed.data?.codes.indexOf(code) ?? -1;
  if (computed.data && row >= 0) {
    const { under, of } = countsOf(computed.data);
    return { under: under[row], of, variants: computed.data.variants, row };
  }
  const unit = places?.unitOf(code);
  const counts = prebuilt.data;
  if (unit === undefined || counts?.year !== series.year || counts.rule !== rule) return null;
  return { under: counts.under[unit], of: counts.variants, variants: [], row: -1 };
}
