import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RoundsProblem } from "../../../src/core/rounds/problem.ts";

/**
 * Team orienteering (Chao, Golden & Wasil 1996), orienteering (Tsiligirides 1984) and periodic vehicle routing (Cordeau, Gendreau &
 * Laporte 1997): third-party, kept beside the project, not in it. The first two come without values, the third with solutions.
 */
export const ROUNDS = fileURLToPath(new URL("../../../../shared/oracles/rounds/", import.meta.url));
export const hasRounds = existsSync(`${ROUNDS}top-chao`) && existsSync(`${ROUNDS}pvrp-cordeau`);

/** Paths of the team orienteering files, by name. */
export function listTeamFiles(): readonly (readonly [name: string, path: string])[] {
  const folder = `${ROUNDS}top-chao/TOP_Inst/`;
  const sets = readdirSync(folder).filter((name) => name.startsWith("Set_"));
  const files = sets.flatMap((set) =>
    readdirSync(folder + set).map((file) => [file, `${folder}${set}/${file}`] as const),
  );
  return files.map(([file, path]) => [file.replace(".txt", ""), path] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

const NO_LIMITS = { maxDriving: Number.POSITIVE_INFINITY, capacity: Number.POSITIVE_INFINITY, minuteCost: 0 } as const;

/** Points that no path can reach in its time are left out. */
export function loadTeam(path: string): RoundsProblem {
  const [n, m, time, ...rows] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const [count, vehicles, maxMinutes] = [n, m, time].map((line) => Number(line.split(/\s+/)[1]));
  const points = rows.slice(0, count).map((row) => row.trim().split(/\s+/).map(Number));
  const [start, end] = [points[0], points[count - 1]];
  const stops = points.slice(1, count - 1).filter((p) => far(start, p) + far(p, end) <= maxMinutes);
  const offers = stops.map(([, , reward], place) => ({
    place,
    reward,
    serviceMinutes: 0,
    demand: 0,
    patterns: Uint32Array.of(1),
  }));
  return { ...legsOf(stops, start, end), offers, vehicles, days: 1, maxMinutes, ...NO_LIMITS };
}

export interface PeriodicInstance {
  readonly problem: RoundsProblem;
  /** Cost of the solution shipped with the instance. */
  readonly best: number;
  /** Its routes: day (from 0) and customers, as places. */
  readonly routes: readonly { readonly day: number; readonly places: readonly number[] }[];
}

/** Reward of a customer, more than any detour costs: first all are served, then the way is shortened. */
const EACH = 1e4;

/** `name`: p01 … p32 or pr01 … pr10. Bits of a day set, the first day being the highest, are turned round. */
export function loadPeriodic(name: string): PeriodicInstance {
  const folder = `${ROUNDS}pvrp-cordeau/${name.startsWith("pr") ? "new" : "old"}/`;
  const lines = readFileSync(folder + name, "utf8")
    .trim()
    .split(/\r?\n/);
  const cells = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const [, vehicles, , days] = cells[0];
  const [duration, capacity] = cells[1];
  const [depot, ...customers] = cells.slice(1 + days).map(([, x, y, ...rest]) => [x, y, ...rest]);
  const offers = customers.map(([, , serviceMinutes, demand, visits, count, ...codes], place) => ({
    place,
    reward: EACH * visits,
    serviceMinutes,
    demand,
    patterns: Uint32Array.from(codes.slice(0, count), (code) => turnBits(code, days)),
  }));
  const limits = { vehicles, days, maxMinutes: duration > 0 ? duration : 1e6, capacity, minuteCost: 1 };
  const solution = readFileSync(`${folder}best/${name}.res`, "utf8").trim().split(/\r?\n/);
  const routes = solution.slice(1).map((line) => {
    const [day, , , , ...nodes] = line.trim().split(/\s+/).map(Number);
    return { day: day - 1, places: nodes.filter((node) => node > 0).map((node) => node - 1) };
  });
  const legs = legsOf(customers, depot, depot);
  return {
    problem: { ...legs, offers, ...limits, maxDriving: Number.POSITIVE_INFINITY },
    best: Number(solution[0]),
    routes: routes.filter(({ places }) => places.length > 0),
  };
}

function turnBits(code: number, days: number): number {
  let mask = 0;
  for (let day = 0; day < days; day++) if ((code & (1 << (days - 1 - day))) !== 0) mask |= 1 << day;
  return mask;
}

function far(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function legsOf(points: readonly (readonly number[])[], start: readonly number[], end: readonly number[]) {
  const places = points.length;
  return {
    places,
    out: Float64Array.from(points, (p) => far(start, p)),
    back: Float64Array.from(points, (p) => far(p, end)),
    between: Float64Array.from({ length: places * places }, (_, k) =>
      far(points[Math.floor(k / places)], points[k % places]),
    ),
  };
}
