import type { RoundsModel } from "./model.ts";
import { countBits } from "./recreate.ts";

/**
 * Fractional knapsack (Dantzig 1957) over the minutes of all vehicles and days: a visit takes its service and the shortest
 * leg that leads to it. Quick and loose; of a place with several offers, the best reward at the least minutes.
 */
export function boundByTime(model: RoundsModel): number {
  const { places, routes, minutes, offersAt, offersOf, rewards, services, problem } = model;
  const width = places + 1;
  const items: { readonly reward: number; readonly minutes: number }[] = [];
  for (let p = 0; p < places; p++) {
    let leg = minutes[places * width + p];
    for (let q = 0; q < places; q++) if (q !== p) leg = Math.min(leg, minutes[q * width + p]);
    let reward = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let n = offersAt[p]; n < offersAt[p + 1]; n++) {
      const offer = offersOf[n];
      let visits = Number.POSITIVE_INFINITY;
      for (const pattern of problem.offers[offer].patterns) visits = Math.min(visits, countBits(pattern));
      reward = Math.max(reward, rewards[offer] - problem.minuteCost * visits * leg);
      least = Math.min(least, visits * (services[offer] + leg));
    }
    if (reward > 0) items.push({ reward, minutes: least });
  }
  items.sort((a, b) => b.reward * a.minutes - a.reward * b.minutes);
  let left = routes * model.maxMinutes;
  let bound = 0;
  for (const item of items) {
    const share = item.minutes <= left ? 1 : left / item.minutes;
    bound += share * item.reward;
    left -= share * item.minutes;
    if (left <= 0) break;
  }
  return bound;
}
