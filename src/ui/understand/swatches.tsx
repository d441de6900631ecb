import { patternSvg } from "../../map/patterns.ts";
import type { LensEntry } from "./lens-view.ts";
import classes from "./swatches.module.css";

/** Letters beyond which a label needs more than a narrow column. */
const LONG_LABEL = 18;

/** Colours and patterns beside their meaning. */
export function Swatches({ entries }: { readonly entries: readonly LensEntry[] }) {
  return (
    <ul className={classes.entries} data-wide={entries.some(({ label }) => label.length > LONG_LABEL) || undefined}>
      {entries.map((entry) => (
        <li key={entry.classIndex} className={classes.entry}>
          <span
            className={classes.swatch}
            style={{
              backgroundColor: entry.colour,
              backgroundImage: entry.pattern ? patternSvg(entry.pattern) : undefined,
            }}
            aria-hidden
          />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
