import { Random } from "../../src/core/random.ts";
import { buildRoundsModel } from "../../src/core/rounds/model.ts";
import { planRounds } from "../../src/core/rounds/plan-rounds.ts";
import { RoundsSearching } from "../../src/core/rounds/search-rounds.ts";
import { hasRounds, listTeamFiles, loadPeriodic, loadTeam, ROUNDS } from "../core/rounds/oracles.ts";

/**
 * Rounds, CPU seconds, one seed. Team orienteering (Chao): no value is shipped with the files, so each plan stands between the greedy one
 * and the bound. Periodic vehicle routing (Cordeau): beside the solutions shipped with the files, whose length is summed anew by our
 * tables; all customers are to be served, and no bound is given. Prints, never judges.
 * `OASIS_ROUNDS=top,pvrp OASIS_ROUNDS_SECONDS=1.5 OASIS_ROUNDS_EVERY=7 npm run bench rounds` (1: every instance)
 */
const WANTED = (process.env.OASIS_ROUNDS ?? "top,pvrp").split(",");
const SECONDS = Number(process.env.OASIS_ROUNDS_SECONDS ?? 1.5);
const EVERY = Number(process.env.OASIS_ROUNDS_EVERY ?? 7);

function clock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}

async function benchTeams(): Promise<void> {
  const sums = { count: 0, gap: 0, proven: 0, greedy: 0 };
  for (const [name, path] of listTeamFiles().filter((_, k) => k % EVERY === 0)) {
    const problem = loadTeam(path);
    if (problem.places === 0) {
      console.log(`${name}: no point can be reached in ${problem.maxMinutes}`);
      continue;
    }
    const greedy = new RoundsSearching(buildRoundsModel(problem), new Random(1), Number.POSITIVE_INFINITY).best.reward;
    const run = { signal: { aborted: false }, progress: () => undefined };
    // Half of the time goes to the plan, half to the bound.
    const limits = { timeLimit: 2 * SECONDS, iterations: Number.POSITIVE_INFINITY, seed: 1 };
    const found = await planRounds(problem, { run, seconds: clock(), ...limits });
    sums.count++;
    sums.gap += found.gap;
    sums.proven += found.gap < 1e-9 ? 1 : 0;
    sums.greedy += found.reward > 0 ? 1 - greedy / found.reward : 0;
    console.log(
      `${name}: ${found.reward}, greedy ${greedy}, bound ${found.bound}, gap ${(100 * found.gap).toFixed(2)} %, ${found.iterations} plans in ${found.seconds.toFixed(2)} s`,
    );
  }
  const percent = (sum: number) => ((100 * sum) / sums.count).toFixed(2);
  console.log(
    `Team orienteering: ${sums.count} instances, mean gap to the bound ${percent(sums.gap)} %, ${sums.proven} proven, greedy ${percent(sums.greedy)} % under`,
  );
}

function benchPeriodic(): void {
  const names = [
    ...Array.from({ length: 32 }, (_, k) => `p${String(k + 1).padStart(2, "0")}`),
    ...Array.from({ length: 10 }, (_, k) => `pr${String(k + 1).padStart(2, "0")}`),
  ].filter((_, k) => EVERY === 1 || k % 3 === 0);
  const sums = { served: 0, over: 0, worst: 0, short: 0 };
  for (const name of names) {
    const { problem, best, routes } = loadPeriodic(name);
    const seconds = clock();
    const searching = new RoundsSearching(buildRoundsModel(problem), new Random(1), Number.POSITIVE_INFINITY);
    while (seconds() < 4 * SECONDS) searching.step();
    const driving = searching.best.totalDriving();
    const unserved = searching.best.chosen.filter((offer) => offer < 0).length;
    const over = driving / best - 1;
    const said = unserved > 0 ? `${unserved} customers not served` : `${(100 * over).toFixed(2)} % over`;
    if (unserved > 0) sums.short++;
    else {
      sums.served++;
      sums.over += over;
      sums.worst = Math.max(sums.worst, over);
    }
    console.log(
      `${name}: ${driving.toFixed(2)}, shipped ${best} (summed anew ${lengthOf(problem, routes).toFixed(2)}), ${said}, ${searching.iterations} plans in ${seconds().toFixed(1)} s`,
    );
  }
  console.log(
    `Periodic vehicle routing: ${sums.served}/${names.length} served whole, mean ${((100 * sums.over) / sums.served).toFixed(2)} % over the shipped solutions, worst ${(100 * sums.worst).toFixed(2)} %; ${sums.short} with customers left out`,
  );
}

function lengthOf(
  { out, between, back, places }: ReturnType<typeof loadPeriodic>["problem"],
  routes: ReturnType<typeof loadPeriodic>["routes"],
): number {
  let sum = 0;
  for (const { places: row } of routes) {
    sum += out[row[0]] + back[row[row.length - 1]];
    for (let k = 1; k < row.length; k++) sum += between[row[k - 1] * places + row[k]];
  }
  return sum;
}

if (!hasRounds) console.log(`no instances at ${ROUNDS}: not run`);
else {
  if (WANTED.includes("top")) await benchTeams();
  if (WANTED.includes("pvrp")) benchPeriodic();
}
