import { REACH_DASHES, REACH_WIDTHS } from "../../map/reach-style.ts";
import { useFormats, useTexts } from "../services.tsx";
import { LegendEntries } from "../understand/legend-entries.tsx";
import type { Reading } from "../understand/reading.ts";
import classes from "./reach-legend.module.css";

interface ReachLegendProps {
  readonly reading: Reading;
  /** Minutes of the outlines; none where there is no outline. */
  readonly bands: readonly number[];
  /** The colours are those of access. */
  readonly hasAccess: boolean;
}

/** The outlines as they are drawn, then what the colours under them mean. */
export function ReachLegend({ reading, bands, hasAccess }: ReachLegendProps) {
  const t = useTexts();
  const f = useFormats();
  return (
    <div className={classes.legend}>
      {bands.length > 0 && (
        <ul className={classes.lines} aria-label={t.reach.legend.lines}>
          {bands.map((minutes, rank) => (
            <li key={minutes}>
              <svg width={38} height={12} aria-hidden="true">
                <line x1={1} x2={37} y1={6} y2={6} stroke="#ffffff" strokeWidth={REACH_WIDTHS[rank] + 3.4} />
                <line
                  x1={1}
                  x2={37}
                  y1={6}
                  y2={6}
                  stroke="#22302c"
                  strokeWidth={REACH_WIDTHS[rank]}
                  strokeDasharray={dashOf(rank)}
                />
              </svg>
              {t.reach.table.within(f.integer(minutes))}
            </li>
          ))}
        </ul>
      )}
      {hasAccess && (
        <>
          <p className={classes.access}>{t.reach.legend.access(t.units.card[reading.series.profession])}</p>
          <LegendEntries reading={reading} />
        </>
      )}
    </div>
  );
}

function dashOf(rank: number): string | undefined {
  const dashes = REACH_DASHES[rank];
  return dashes.length > 1 ? dashes.map((length) => length * REACH_WIDTHS[rank]).join(" ") : undefined;
}
