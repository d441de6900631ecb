import { HIGH_EXCHANGE, LOW_EXCHANGE } from "./classify.ts";
import { UNZONED } from "./cut.ts";
import { statesOf, type ZoningRule } from "./rule.ts";

/** What else an area may be decided to be, by position in `statesOf`: what its class is free for, or across its exchange. */
export function optionsFor(rule: ZoningRule, classIndex: number, exchange: number): readonly number[] {
  if (classIndex === UNZONED) return [];
  const own = rule.classes[classIndex].id;
  const states = statesOf(rule).map(({ id }) => id);
  const free = rule.choices.filter(({ from }) => from.includes(own)).map(({ id }) => id);
  const crossed = rule.gauges.flatMap((gauge) => {
    if (gauge.kind !== "exchange" || !gauge.between.includes(own)) return [];
    const side = gauge.side === "low" ? LOW_EXCHANGE : HIGH_EXCHANGE;
    return exchange === side ? gauge.between.filter((id) => id !== own) : [];
  });
  return [...free, ...crossed].map((id) => states.indexOf(id)).filter((state) => state !== classIndex);
}
