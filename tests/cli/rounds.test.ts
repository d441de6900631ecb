import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rounds } from "../../src/cli/rounds.ts";
import { FailureError } from "../../src/core/failure.ts";
import { runOasis } from "./run-oasis.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(text: string): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, text);
  return path;
}

/** Stops at 10, 20 and −15 minutes of the depot along a road, as in tests/core/rounds/hand-worlds.test.ts. */
const STOPS = "id,reward,service_minutes,lon,lat\nA,8,10,-1.1,48\nB,9,10,-1,48\nC,10,10,-1.35,48\n";
const PLACES: readonly (readonly [string, number])[] = [
  ["A", 10],
  ["B", 20],
  ["C", -15],
  ["D", 0],
];
const TIMES = `origin,destination,minutes\n${PLACES.flatMap(([a, x]) =>
  PLACES.filter(([b]) => b !== a).map(([b, y]) => `${a},${b},${Math.abs(x - y)}\n`),
).join("")}`;

function world(stops = STOPS): readonly string[] {
  return ["--stops", write(stops), "--depot", write("id,lon,lat\nD,-1.2,48\n"), "--times", write(TIMES)];
}
const LIMITS = ["--vehicles", "1", "--days", "1", "--max-minutes", "100", "--iterations", "200"];

async function complaint(...args: readonly string[]): Promise<string> {
  try {
    await rounds([...args, "--out", join(folder, "none.json")]);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { constraint, ...others } = error.failure.params;
    return Object.entries(constraint === undefined ? others : { constraint })
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")
      .replaceAll(/\S*\/(\d+\.csv)/g, "F");
  }
  return "met";
}

describe("oasis rounds", () => {
  it("answers with routes, reward and bound, and writes calendar, table and map", () => {
    const [calendar, csv, geojson] = ["c.ics", "v.csv", "m.geojson"].map((name) => join(folder, name));
    const ran = runOasis(
      ...["rounds", ...world(), ...LIMITS, "--calendar", calendar, "--start", "2027-01-04"],
      ...["--stamp", "20261122T100000Z", "--csv", csv, "--geojson", geojson],
    );
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    const answer = JSON.parse(ran.stdout);
    expect([answer.reward, answer.bound, answer.gap, answer.proven, answer.unserved]).toEqual([27, 27, 0, true, []]);
    expect(answer.routes.length).toBe(1);
    const [route] = answer.routes;
    expect([route.day, route.vehicle, route.minutes, route.driving_minutes]).toEqual([1, 1, 100, 70]);
    // One way round or the other: A, B, C as written or C first.
    expect(["A,B,C", "C,B,A", "C,A,B", "B,A,C"]).toContain(route.stops.join());
    const lines = readFileSync(csv, "utf8").trim().split("\n");
    expect(lines[0]).toBe("day,vehicle,order,id,frequency,arrival_minutes,departure_minutes,arrival,departure");
    expect(lines.length).toBe(4);
    const map = JSON.parse(readFileSync(geojson, "utf8"));
    const kinds = map.features.map(({ properties }: { properties: { kind: string } }) => properties.kind);
    expect(kinds).toEqual(["depot", "stop", "stop", "stop", "route"]);
    expect(map.features[4].properties.geometry).toBe("straight lines from stop to stop, not roads");
    const events = readFileSync(calendar, "utf8");
    expect(events.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(events.match(/DTSTAMP:20261122T100000Z\r\n/g)?.length).toBe(3);
    expect(events).toContain("DTSTART:20270104T0");
  });

  it("rhythms: a weekly stop beside one served on two days of its choice, and alternatives of which one is taken", async () => {
    // Two weeks of one day: A weekly brings 6, B fortnightly 5; C twice brings 7, once 4, never both.
    const stops = "id,reward,service_minutes,frequency\nA,6,10,weekly\nB,5,10,fortnightly\nC,7,10,2\nC,4,10,1\n";
    const out = join(folder, "r.json");
    const limits = ["--vehicles", "1", "--days", "2", "--days-per-week", "1", "--max-minutes", "100"];
    await rounds([...world(stops), ...limits, "--iterations", "300", "--out", out]);
    const answer = JSON.parse(readFileSync(out, "utf8"));
    expect([answer.reward, answer.bound]).toEqual([18, 18]);
    const days = Object.fromEntries(
      answer.served.map(({ id, days: on }: { id: string; days: number[] }) => [id, on.length]),
    );
    expect(days).toEqual({ A: 2, B: 1, C: 2 });
  });

  it("the same seed and iterations write the same file but for the seconds", async () => {
    const out = join(folder, "s.json");
    const args = [
      ...world(),
      "--vehicles",
      "1",
      "--days",
      "1",
      "--max-minutes",
      "80",
      "--iterations",
      "50",
      "--out",
      out,
    ];
    const read = () => JSON.stringify({ ...JSON.parse(readFileSync(out, "utf8")), seconds: 0 });
    await rounds(args);
    const first = read();
    await rounds(args);
    expect(read()).toBe(first);
  });

  it("says what is wrong: file, row and column, or the constraint", async () => {
    const say = (stops: string, ...args: readonly string[]) => complaint(...world(stops), ...args);
    expect(await say("id,reward,service_minutes\nA,-1,10\n", ...LIMITS)).toBe(
      "file F, row 2, column reward, problem negative (-1)",
    );
    expect(await say("id,reward,service_minutes,frequency\nA,1,10,often\n", ...LIMITS)).toContain("column frequency");
    expect(await say("id,reward,service_minutes,minimum_minutes\nA,1,10,30\n", ...LIMITS)).toBe(
      "file F, row 2, column minimum_minutes, problem a minimum of 30 min is more than the 10 of service",
    );
    expect(await say("id,reward,service_minutes\nA,1,10\nA,2,10\n", ...LIMITS)).toContain("given twice");
    expect(await say("id,reward,service_minutes,frequency\nA,1,10,2\n", ...LIMITS)).toBe(
      "constraint stop A: a frequency of 2 visits, more than the 1 days",
    );
    expect(await say("id,reward,service_minutes,days\nA,1,10,3\n", ...LIMITS)).toContain("column days");
    expect(await say("id,reward,service_minutes\nZ,1,10\n", ...LIMITS)).toContain('unknown id "A"');
    expect(await say("id,reward,service_minutes\nD,1,10\n", ...LIMITS)).toContain("the depot D is among the stops");
    const none = ["--vehicles", "0", "--days", "1", "--max-minutes", "100"];
    expect(await say(STOPS, ...none)).toBe(
      "constraint rounds need a vehicle: the number of vehicles must be 1, 2, …, not 0",
    );
    expect(await say(STOPS, "--vehicles", "1", "--days", "1", "--max-minutes", "45")).toBe(
      "constraint stop B: 40 min there and back and 10 of service, further than a day of 45 min",
    );
    expect(await say(STOPS, ...LIMITS, "--calendar", "x.ics")).toContain("option --start");
    expect(await say("id,reward,service_minutes\nA,1,1\nB,1,1\nC,1,1\n", ...LIMITS, "--geojson", "x")).toContain(
      "--geojson",
    );
  });

  it("in a territory of the pack: stops with their visits, supply and criteria, and a calendar of four weeks", async () => {
    const [out, calendar] = [join(folder, "t.json"), join(folder, "t.ics")];
    const where = ["--territory", "dep:53", "--depot", "53130", "--max-stops", "12", "--iterations", "200", "--rural"];
    await rounds([
      ...where,
      "--out",
      out,
      "--calendar",
      calendar,
      "--start",
      "2027-01-04",
      "--stamp",
      "20261122T100000Z",
    ]);
    const answer = JSON.parse(readFileSync(out, "utf8"));
    expect([answer.depot.name, answer.candidates]).toEqual(["Laval", 12]);
    expect(answer.gain_together).toBeGreaterThan(0);
    expect(answer.gain_together).toBeLessThanOrEqual(answer.bound);
    expect(answer.stops.map(({ code }: { code: string }) => code).sort()).toEqual(
      answer.served.map(({ id }: { id: string }) => id).sort(),
    );
    for (const { criteria, supply_per_year, visits_per_year } of answer.stops) {
      expect([criteria.rural, criteria.under_threshold, criteria.coordinated_structure]).toEqual([
        "met",
        "met",
        "unknown",
      ]);
      expect(supply_per_year).toBe(10 * visits_per_year);
    }
    const visits = answer.routes.reduce((sum: number, route: { stops: string[] }) => sum + route.stops.length, 0);
    const events = readFileSync(calendar, "utf8").match(/BEGIN:VEVENT/g);
    expect(events?.length).toBe(visits);
    const uids = readFileSync(calendar, "utf8").match(/UID:.*/g) ?? [];
    expect(new Set(uids).size).toBe(visits);
    const dates = readFileSync(calendar, "utf8").match(/DTSTART:\d{8}/g) ?? [];
    expect(dates.every((date) => date >= "DTSTART:20270104" && date <= "DTSTART:20270129")).toBe(true);
  });
});
