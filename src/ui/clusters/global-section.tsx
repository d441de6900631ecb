import type { ClustersAnswer } from "../../app/spatial.ts";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useTexts } from "../services.tsx";
import classes from "./clusters-panel.module.css";
import { sayGlobal } from "./global-words.ts";

/** The global test never takes more. */
const MOST_GLOBAL_DEALS = 999;

/** Moran's I: a sentence first, then the figure, its p and what it was computed over. */
export function GlobalSection({ answer }: { readonly answer: ClustersAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { deals, against } = useQuestion((q) => q.choices);
  const { global, analysedUnits, islands, territory } = answer;
  const words = t.clusters.global;
  return (
    <Section title={words.title} topic="clusters">
      <p className={classes.verdict}>{sayGlobal(global, t)}</p>
      <p className={classes.figure} data-exact={global.i} data-p={global.p}>
        <strong>{words.value(f.decimal(global.i, 3))}</strong>
      </p>
      <p className={panel.note}>
        {`${words.p(f.decimal(global.p, 3), f.integer(Math.min(deals, MOST_GLOBAL_DEALS)))} ${words.over(
          t.common.communes(analysedUnits, f.integer(analysedUnits)),
          against === "country" ? words.france : territory.name,
          f.integer(islands),
        )}`}
      </p>
    </Section>
  );
}
