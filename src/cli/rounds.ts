import { parseArgs } from "node:util";
import { planRounds, type RoundsSearch } from "../core/rounds/plan-rounds.ts";
import { quantity, required } from "./place-options.ts";
import { readDepot, readLegs, readStops } from "./read-rounds.ts";
import { roundsInTerritory } from "./rounds-of-territory.ts";
import { limitOf, ROUNDS_OPTIONS, type RoundsValues, roundsSearchOf } from "./rounds-options.ts";
import { writeOutput } from "./write-output.ts";
import { describeRounds, prepareExports } from "./write-rounds.ts";

/** `oasis rounds`: which stops mobile units serve, how often, on which days and in which order. */
export async function rounds(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: ROUNDS_OPTIONS });
  const signal = { aborted: false };
  // Ctrl-C once gives the best plan found so far.
  const giveUp = () => {
    signal.aborted = true;
  };
  process.once("SIGINT", giveUp);
  const plan = values.territory === undefined ? roundsOfFiles : roundsInTerritory;
  await plan(values, roundsSearchOf(values, signal)).finally(() => process.off("SIGINT", giveUp));
}

async function roundsOfFiles(values: RoundsValues, search: RoundsSearch): Promise<void> {
  const period = {
    days: quantity(values.days, "--days"),
    daysPerWeek: quantity(values["days-per-week"], "--days-per-week"),
  };
  const limits = {
    vehicles: quantity(values.vehicles, "--vehicles"),
    days: period.days,
    maxMinutes: quantity(values["max-minutes"], "--max-minutes"),
    maxDriving: limitOf(values["max-driving"], "--max-driving"),
    capacity: limitOf(values.capacity, "--capacity"),
    minuteCost: quantity(values["minute-cost"], "--minute-cost"),
  };
  const stops = await readStops(required(values.stops, "--stops"), period);
  const depot = await readDepot(required(values.depot, "--depot"));
  const legs = await readLegs(required(values.times, "--times"), depot.id, stops.ids);
  const { ids } = stops;
  const names = { ...stops, names: ids, depot, daysPerWeek: period.daysPerWeek };
  const write = prepareExports(values, names);
  const problem = { places: ids.length, ...legs, ...limits, offers: stops.offers, nameOf: (p: number) => ids[p] };
  const found = await planRounds(problem, search);
  await writeOutput(values.out, `${JSON.stringify(describeRounds(found, names), null, 2)}\n`);
  await write(found);
}
