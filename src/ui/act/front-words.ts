import type { FoundFront, FrontPlan } from "../../core/placement/front.ts";
import type { FrontAim } from "../../core/placement/objectives.ts";
import { CLOSED } from "../../core/placement/search.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** A, B, C… in the order of the list. */
export function letterOf(k: number): string {
  return String.fromCharCode(65 + k);
}

export function isMoreBetter(aim: FrontAim): boolean {
  return aim === "shortfall" || aim === "mclp";
}

export function writeValue(aim: FrontAim, value: number, f: Formats, t: Texts): string {
  switch (aim) {
    case "shortfall":
      return f.integer(value);
    case "mclp":
      return f.people(value);
    default:
      return t.act.minutes(f.decimal(value, 1));
  }
}

/** One sentence: what a plan does better than its neighbour in the list, then what it does worse. */
export function comparePlans({ front, aims }: FoundFront, k: number, minutes: number, f: Formats, t: Texts): string {
  const words = t.act.front;
  const other = k + 1 < front.length ? k + 1 : k - 1;
  if (other < 0) return words.only;
  const gains: string[] = [];
  const losses: string[] = [];
  aims.forEach((aim, a) => {
    const difference = front[k].values[a] - front[other].values[a];
    const size = writeDifference(aim, Math.abs(difference), front[other].values[a], f, t);
    if (size === null) return;
    const isMore = difference > 0;
    const phrase = words.more[aim](size, isMore, f.integer(minutes));
    (isMore === isMoreBetter(aim) ? gains : losses).push(phrase);
  });
  if (gains.length + losses.length === 0) return words.same(letterOf(other));
  return words.sentence(f.list(gains), f.list(losses), letterOf(other));
}

/** null: nothing that shows. */
function writeDifference(aim: FrontAim, size: number, of: number, f: Formats, t: Texts): string | null {
  if (aim === "shortfall") {
    const share = of > 0 ? size / of : 1;
    return share < 0.0005 ? null : f.percent(share);
  }
  const shown = writeValue(aim, size, f, t);
  return shown === writeValue(aim, 0, f, t) ? null : shown;
}

/** Proven the best for an aim, within a gap of it, or a trade-off found by search alone. */
export function writeStanding({ best }: FrontPlan, f: Formats, t: Texts): string {
  const words = t.act.front;
  if (best === null) return words.approximate;
  const aim = t.act.form.aims[best.aim];
  if (best.gap <= CLOSED) return words.proven(aim);
  return Number.isFinite(best.gap) ? words.within(aim, f.gap(best.gap)) : words.found(aim);
}
