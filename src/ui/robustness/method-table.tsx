import { Fragment } from "react";
import type { AssessedVariant, RobustnessAnswer } from "../../app/diagnoses.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./robustness-panel.module.css";

/** Every method with its source, the people it puts under, and those it classes otherwise than the official figure. */
export function MethodTable({ answer }: { readonly answer: RobustnessAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.robustness.methods;
  return (
    <Section title={words.title} topic="robustness">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.under}</th>
            <th scope="col" title={words.flippedHelp}>
              {words.columns.flipped}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.variants.map((variant, at) => (
            <Fragment key={variant.variant.id}>
              <tr>
                <th scope="row">{nameVariant(variant, t)}</th>
                <td>{f.people(variant.peopleUnder)}</td>
                <td>{at === 0 ? words.reference : f.people(variant.peopleFlipped)}</td>
              </tr>
              <tr className={classes.detail}>
                <td colSpan={3}>{describeVariant(variant, f, t)}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={classes.help}>{words.flippedHelp}</p>
    </Section>
  );
}

export function nameVariant({ variant }: AssessedVariant, t: Texts): string {
  return wordsOf(variant.id, t)?.name ?? variant.name;
}

function describeVariant({ variant, threshold }: AssessedVariant, f: Formats, t: Texts): string {
  const words = t.robustness;
  const said = wordsOf(variant.id, t);
  const published = variant.published ? words.methods.published : words.methods.stated;
  return [
    ...(said ? [said.how, words.methods.source(said.source, published)] : []),
    words.methods.threshold(f.limit(threshold), words.units[variant.kind]),
  ].join(" · ");
}

function wordsOf(id: string, t: Texts) {
  const { variants } = t.robustness;
  return id in variants ? variants[id as keyof typeof variants] : undefined;
}
