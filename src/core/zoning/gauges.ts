import { HIGH_EXCHANGE, LOW_EXCHANGE } from "./classify.ts";
import { statesOf, type ZoningGauge, type ZoningRule } from "./rule.ts";

/** The areas a region decides, and their people that count in its gauges. */
export interface GaugedAreas {
  readonly people: Float64Array;
  /** Class of each area by the figures, and what was decided: positions in `statesOf`; UNZONED where there is none. */
  readonly classes: Int8Array;
  readonly states: Int8Array;
  /** Sides of exchanges. */
  readonly exchange: Uint8Array;
}

/** How much of what a rule allows is used, in people. */
export interface GaugeReading {
  readonly gauge: ZoningGauge;
  readonly used: number;
  /** null: the figure of this region is not at hand. */
  readonly allowed: number | null;
  /** allowed − used; negative: passed. */
  readonly left: number | null;
  /** Exchanges: people who went to the class above less those who came down; 0 keeps classes as they were. */
  readonly balance: number | null;
}

/** Reads every gauge of a rule for a region by INSEE code, or for the country (null). */
export function readGauges(rule: ZoningRule, areas: GaugedAreas, region: string | null): readonly GaugeReading[] {
  const { people, classes, states, exchange } = areas;
  const ids = statesOf(rule).map(({ id }) => id);
  const sum = (keep: (i: number) => boolean) =>
    people.reduce((total, n, i) => total + (n > 0 && classes[i] >= 0 && keep(i) ? n : 0), 0);
  const reading = (gauge: ZoningGauge, used: number, allowed: number | null, balance: number | null = null) => ({
    gauge,
    used,
    allowed,
    left: allowed === null ? null : allowed - used,
    balance,
  });
  return rule.gauges.map((gauge) => {
    if (gauge.kind === "ceiling") {
      const share = region === null ? gauge.country : (gauge.regions[region] ?? null);
      const at = ids.indexOf(gauge.state);
      return reading(
        gauge,
        sum((i) => states[i] === at),
        share === null ? null : share * sum(() => true),
      );
    }
    if (gauge.kind === "exception") {
      const [from, of] = [ids.indexOf(gauge.from), ids.indexOf(gauge.of)];
      return reading(
        gauge,
        sum((i) => classes[i] === from && states[i] !== from),
        gauge.share * sum((i) => classes[i] === of),
      );
    }
    const [lower, upper] = gauge.between.map((id) => ids.indexOf(id));
    const side = gauge.side === "low" ? LOW_EXCHANGE : HIGH_EXCHANGE;
    const up = sum((i) => classes[i] === lower && states[i] === upper);
    const down = sum((i) => classes[i] === upper && states[i] === lower);
    const open = (at: number) => sum((i) => exchange[i] === side && classes[i] === at);
    return reading(gauge, Math.max(up, down), Math.min(open(lower), open(upper)), up - down);
  });
}
