import type { GaugeReading, ZoningAnswer } from "../../app/zoning.ts";
import { statesOf, type ZoningGauge } from "../../core/zoning/rule.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./zoning-panel.module.css";
import { shortOf } from "./zoning-view.ts";

/** What the rule allows in the region: used, allowed, left. */
export function GaugeList({ answer }: { readonly answer: ZoningAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { gauges, gaugedIn, rule } = answer;
  const words = t.zoning.gauges;
  return (
    <Section title={words.title(gaugedIn?.name ?? t.zoning.country)} topic="zoning">
      {gauges.length === 0 && <p className={panel.note}>{words.none}</p>}
      <ul className={classes.gauges}>
        {gauges.map((reading) => (
          <li key={keyOf(reading.gauge)}>
            <span className={classes.gaugeName}>{nameGauge(reading.gauge, rule, f, t)}</span>
            {reading.allowed !== null && (
              <span className={classes.track} aria-hidden data-over={(reading.left ?? 0) < 0 || undefined}>
                <span style={{ width: `${100 * Math.min(1, reading.used / Math.max(1, reading.allowed))}%` }} />
              </span>
            )}
            <span className={classes.gaugeText}>{sayReading(reading, f, t)}</span>
            {reading.balance !== null && reading.balance !== 0 && (
              <span className={classes.gaugeText}>{words.balance(f.people(Math.abs(reading.balance)))}</span>
            )}
            <span className={panel.note}>{reading.gauge.source}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function keyOf(gauge: ZoningGauge): string {
  return gauge.kind === "ceiling" ? gauge.state : gauge.kind === "exception" ? gauge.from : gauge.side;
}

function nameGauge(gauge: ZoningGauge, rule: ZoningAnswer["rule"], f: Formats, t: Texts): string {
  const words = t.zoning.gauges.names;
  const states = statesOf(rule).map(({ id }) => id);
  const name = (id: string) => shortOf(rule, states.indexOf(id), f, t);
  if (gauge.kind === "ceiling") return words.ceiling(name(gauge.state));
  if (gauge.kind === "exception") return words.exception(name(gauge.from), name(gauge.of), f.percent(gauge.share));
  return words.exchange(name(gauge.between[0]), name(gauge.between[1]));
}

function sayReading({ used, allowed, left }: GaugeReading, f: Formats, t: Texts): string {
  const words = t.zoning.gauges;
  if (allowed === null || left === null) return words.open(f.people(used));
  const rest = left < 0 ? words.over(f.people(-left)) : words.left(f.people(left));
  return words.used(f.people(used), f.people(allowed), rest);
}
