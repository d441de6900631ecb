import type { RoundsPlan } from "./plan.ts";
import type { RoundRoute, RoundsProblem, RoundVisit } from "./problem.ts";

/** What each vehicle does each day, with times summed anew from the tables of the problem; days without a visit left out. */
export function timetableOf(plan: RoundsPlan): readonly RoundRoute[] {
  const { model, next } = plan;
  const routes: RoundRoute[] = [];
  for (let day = 0; day < model.days; day++) {
    const offers: number[][] = [];
    for (let v = 0; v < model.vehicles; v++) {
      const sentinel = model.visits + day * model.vehicles + v;
      const row: number[] = [];
      for (let at = next[sentinel]; at !== sentinel; at = next[at]) row.push(Math.floor(at / model.days));
      if (row.length > 0) offers.push(row);
    }
    // Vehicles are alike: the first is the one that starts with the first place.
    offers.sort((a, b) => a[0] - b[0]);
    offers.forEach((row, vehicle) => {
      routes.push({ day, vehicle, ...timeRoute(model.problem, row) });
    });
  }
  return routes;
}

function timeRoute({ offers, out, between, back, places }: RoundsProblem, row: readonly number[]) {
  const visits: RoundVisit[] = [];
  let clock = 0;
  let drivingMinutes = 0;
  let load = 0;
  row.forEach((offer, k) => {
    const { place, serviceMinutes, demand } = offers[offer];
    const leg = k === 0 ? out[place] : between[offers[row[k - 1]].place * places + place];
    const arrival = clock + leg;
    clock = arrival + serviceMinutes;
    drivingMinutes += leg;
    load += demand;
    visits.push({ place, offer, arrival, departure: clock });
  });
  const home = back[offers[row[row.length - 1]].place];
  return { visits, minutes: clock + home, drivingMinutes: drivingMinutes + home, load };
}
