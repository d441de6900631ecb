import type { ScenarioAnswer, ScenarioLimit } from "../../app/scenario-effects.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { writeChange } from "./change-words.ts";
import classes from "./scenario.module.css";
import { useCommuneNames } from "./use-commune-names.ts";

/** What limits the figures of a scenario, each in a sentence beside them. */
export function ScenarioLimits({ answer }: { readonly answer: ScenarioAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const nameOf = useCommuneNames();
  if (answer.limits.length === 0) return null;
  return (
    <Section title={t.scenario.limits.title}>
      <ul className={classes.limits}>
        {answer.limits.map((limit) => {
          const said = explainLimit(limit, answer, nameOf, f, t);
          return <li key={said}>{said}</li>;
        })}
      </ul>
    </Section>
  );
}

function explainLimit(
  limit: ScenarioLimit,
  { question }: ScenarioAnswer,
  nameOf: (code: string) => string,
  f: Formats,
  t: Texts,
): string {
  const words = t.scenario.limits;
  const say = (ids: readonly string[]) =>
    f.list(
      question.scenario.changes.filter(({ id }) => ids.includes(id)).map((change) => writeChange(change, nameOf, f, t)),
    );
  switch (limit.kind) {
    case "all-else-equal":
    case "unpublished-decay":
      return words[limit.kind];
    case "estimated-times":
      return words[limit.kind](f.integer(limit.pairs), f.integer(limit.of));
    case "other-profession":
    case "lines-apart":
    case "video-as-presence":
      return words[limit.kind](say(limit.changes));
    case "more-than-counted":
      return words[limit.kind](f.limit(limit.leaving), nameOf(limit.code), f.integer(limit.places));
    case "held-at-zero":
    case "left-out-by-age":
      return words[limit.kind](f.integer(limit.areas));
    case "nobody-in-reach":
      return words[limit.kind](nameOf(limit.code));
  }
}
