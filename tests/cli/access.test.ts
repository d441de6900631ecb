import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access } from "../../src/cli/access.ts";
import { FailureError } from "../../src/core/failure.ts";
import { runOasis, sampleOf } from "./run-oasis.ts";

const ORIGINS = "id,demand,women\nA,5,2\nB,10,4\nC,50,0\n";
const DESTINATIONS = "id,supply\ns1,50\ns2,100\n";
const TIMES = "origin,destination,minutes\nA,s1,5\nA,s2,70\nB,s1,50\nB,s2,40\nC,s1,25\nC,s2,30\n";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "access-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Files {
  readonly origins?: string;
  readonly destinations?: string;
  readonly times?: string;
}

function write(files: Files): readonly string[] {
  const texts = { origins: ORIGINS, destinations: DESTINATIONS, times: TIMES, ...files };
  return Object.entries(texts).flatMap(([name, text]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, text);
    return [`--${name}`, path];
  });
}

/** Runs `oasis access` on the three tables, as files of their own. */
function run(files: Files, ...args: readonly string[]) {
  return runOasis("access", ...write(files), ...args);
}

/** What the command says of bad input, computed without a process of its own: `key value, key value…`. */
async function complaint(files: Files, ...args: readonly string[]): Promise<string> {
  const failed = await access([...write(files), ...args]).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(FailureError);
  const { code, params } = (failed as FailureError).failure;
  expect(code).toBe("bad-input");
  return Object.entries(params)
    .map((entry) => entry.join(" "))
    .join(", ");
}

const table = (csv: string) =>
  csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));

describe("oasis access", () => {
  it.each([
    ["2sfca", ["--max", "30"], [0.909091, 0, 2.909091]],
    ["e2sfca", ["--decay", "20:1,40:0.68,60:0.22"], [1.213592, 1.933657, 2.491909]],
    ["e2sfca", ["--max", "60"], [1.213592, 1.933657, 2.491909]],
    ["3sfca", ["--decay", "20:1,40:0.68,60:0.22"], [2.218497, 2.440125, 2.290125]],
    ["m2sfca", ["--decay", "20:1,40:0.68,60:0.22", "--max", "60"], [1.213592, 1.192071, 1.694498]],
    ["bfca", ["--decay", "20:1,40:0.68,60:0.22"], [0.811103, 1.714279, 2.087386]],
    ["ratio", ["--max", "30"], [10, 0, 3]],
    ["ratio", ["--max", "30", "--demand", "women"], [25, 0, 0]],
    ["cumulative", ["--max", "30"], [50, 0, 150]],
    ["cumulative", ["--max", "30", "--bins", "half-open"], [50, 0, 50]],
    ["2sfca", ["--max", "30", "--cap", "50"], [50 / 55, 0, 50 / 55 + 1]],
  ])("%s %j", (method, args, expected) => {
    const { status, stdout } = run({}, "--method", method, ...args);
    const [header, ...rows] = table(stdout);
    expect([status, header, rows.map(([id]) => id)]).toEqual([0, ["id", "access"], ["A", "B", "C"]]);
    rows.forEach(([, value], i) => {
      expect(Number(value)).toBeCloseTo(expected[i], 6);
    });
  });

  it("nearest: minutes, empty out of reach, said on stderr; written where asked", () => {
    const out = join(folder, "out.csv");
    const { status, stdout, stderr } = run({}, "--method", "nearest", "--max", "30", "--out", out);
    expect([status, stdout, readFileSync(out, "utf8")]).toEqual([0, "", "id,minutes\nA,5\nB,\nC,25\n"]);
    expect(stderr).toContain("origins with no supply within reach: 1 of 3 (left empty)");
    expect(run({}, "--method", "nearest", "--rank", "2").stdout).toBe("id,minutes\nA,70\nB,50\nC,30\n");
  });

  it("says what has no demand and what is out of reach", () => {
    const { stdout, stderr } = run({ destinations: `${DESTINATIONS}s3,7\n` }, "--method", "2sfca", "--max", "30");
    expect(table(stdout)[2]).toEqual(["B", "0"]);
    expect(stderr).toContain("destinations with supply but no demand within reach: 1 (their ratio counts as 0)");
    expect(stderr).toContain("origins with no supply within reach: 1 of 3 (access 0)");
  });

  it("rational agents: empty out of reach, because less is better", () => {
    const { status, stdout } = run({ origins: `${ORIGINS}D,1,1\n` }, "--method", "raam");
    expect([status, table(stdout)[4]]).toEqual([0, ["D", ""]]);
    expect(Number(table(stdout)[1][1])).toBeGreaterThan(0);
  });

  it("reads quotes, line ends of Windows, a byte order mark and no last line end", () => {
    const files = {
      origins: '\uFEFF"id",demand\r\n"A, ""old""\nmill",5\r\nB,10\r\n',
      times: 'destination,minutes,origin\r\ns1,5,"A, ""old""\nmill"\r\ns2,40,B',
    };
    const { status, stdout } = run(files, "--method", "nearest");
    expect([status, stdout]).toEqual([0, 'id,minutes\n"A, ""old""\nmill",5\nB,40\n']);
  });
});

describe("presets", () => {
  const ages = Array.from({ length: 19 }, (_, k) => (k < 18 ? `age_${5 * k}_${5 * k + 4}` : "age_90"));

  it("apl-v1: FTE from the acts of each practitioner, demand from ages, half-open steps", () => {
    const files = {
      origins: `id,${ages.join(",")}\nA,${ages.map((_, k) => (k === 0 ? 1000 : 0)).join(",")}\n`,
      destinations: "id,acts\ns1,4252\ns1,300\ns2,5000\n",
      times: "origin,destination,minutes\nA,s1,4.9\nA,s2,15\n",
    };
    const { stdout, stderr } = run(files, "--preset", "apl-v1");
    expect(Number(table(stdout)[1][1])).toBeCloseTo(1.2 / 1270, 15);
    expect(stderr).toContain("apl-v1 decay: Lucas-Gabrielli & Nestrigue, IRDES, Document de travail 70 2016, table 3");
    const rescaled = run(files, "--preset", "apl-v1", "--rescale-demand");
    expect(Number(table(rescaled.stdout)[1][1])).toBeCloseTo(1.2 / 1000, 15);
  });

  it("apl-v1 takes wider age bands, by plain means of the published weights", () => {
    // Under 15: (1.27 + 0.65 + 0.55) / 3 = 2.47 / 3; 15 and over: the sixteen others add up to 20.4 (DT 70, table 2).
    const files = {
      origins: "id,age_15_plus,age_0_14\nA,160,300\n",
      times: "origin,destination,minutes\nA,s1,4.9\n",
    };
    const { stdout, stderr } = run(files, "--preset", "apl-v1");
    expect(Number(table(stdout)[1][1])).toBeCloseTo(50 / (100 * 2.47 + 10 * 20.4), 12);
    expect(stderr).toContain("demand standardised by age from 2 columns, their weights plain means");
  });

  it("apl-v1 refuses age bands that leave an age out", () => {
    const { status, stderr } = run({ origins: "id,age_0_14,age_20\nA,1,1\n" }, "--preset", "apl-v1");
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/origins\.csv, row 1, column age_0_14 age_20, problem these bands do not cover every age/),
    ]);
  });

  it("apl-v2 has a preset for each profession", () => {
    const { status, stderr } = run({}, "--preset", "apl-v2-midwife");
    expect(status).toBe(0);
    expect(stderr).toContain("apl-v2-midwife catchment limit: UNSSF 2016");
    expect(stderr).toContain("apl-v2-midwife decay: NOT PUBLISHED (weights of V1");
    expect(run({}, "--preset", "apl-v2-vet").stderr).toContain("apl-v2-dentist");
  });

  it("apl-v2 says which parts nobody published", () => {
    const { stdout, stderr } = run({}, "--preset", "apl-v2");
    expect(table(stdout)).toEqual([
      ["id", "access"],
      ["A", "10"],
      ["B", "0"],
      ["C", "0"],
    ]);
    expect(stderr).toContain("apl-v2 decay: NOT PUBLISHED");
    expect(stderr).toContain("apl-v2 ages: NOT PUBLISHED");
  });
});

describe("bad input: exit 2 and one line naming file, row and column", () => {
  const cases: readonly (readonly [string, Files, string])[] = [
    ["unknown origin", { times: `${TIMES}X,s1,1\n` }, 'times.csv, row 8, column origin, problem unknown id "X"'],
    [
      "unknown destination",
      { times: `${TIMES}A,s9,1\n` },
      'times.csv, row 8, column destination, problem unknown id "s9"',
    ],
    [
      "negative minutes",
      { times: TIMES.replace("A,s1,5", "A,s1,-5") },
      "times.csv, row 2, column minutes, problem negative (-5)",
    ],
    [
      "text for a number",
      { times: TIMES.replace("B,s2,40", "B,s2,far") },
      'times.csv, row 5, column minutes, problem not a number ("far")',
    ],
    [
      "empty number",
      { times: TIMES.replace("B,s2,40", "B,s2,") },
      "times.csv, row 5, column minutes, problem not a number",
    ],
    ["NaN", { origins: ORIGINS.replace("A,5", "A,NaN") }, "origins.csv, row 2, column demand, problem not a number"],
    [
      "negative demand",
      { origins: ORIGINS.replace("A,5", "A,-1") },
      "origins.csv, row 2, column demand, problem negative",
    ],
    [
      "negative supply",
      { destinations: DESTINATIONS.replace("100", "-100") },
      "destinations.csv, row 3, column supply, problem negative",
    ],
    [
      "duplicate pair",
      { times: `${TIMES}\nA,s2,70\n` },
      "times.csv, row 9, column origin,destination, problem the pair of row 3 again",
    ],
    ["duplicate id", { origins: `${ORIGINS}A,1,1\n` }, 'origins.csv, row 5, column id, problem "A" is given twice'],
    [
      "missing column",
      { times: TIMES.replace("minutes", "time") },
      "times.csv, row 1, column minutes, problem not in the header",
    ],
    [
      "missing demand",
      { origins: ORIGINS.replace("demand", "people") },
      "origins.csv, row 1, column demand, problem not in the header",
    ],
    [
      "column named twice",
      { origins: ORIGINS.replace("women", "demand") },
      "origins.csv, row 1, column demand, problem named twice",
    ],
    [
      "short row",
      { times: TIMES.replace("B,s2,40", "B,s2") },
      "times.csv, row 5, column minutes, problem 2 cells where the header has 3",
    ],
    ["long row", { times: TIMES.replace("B,s2,40", "B,s2,40,1") }, "times.csv, row 5, column minutes, problem 4 cells"],
    ["empty id", { destinations: DESTINATIONS.replace("s2", "") }, "destinations.csv, row 3, column id, problem empty"],
    [
      "stray quote",
      { destinations: `${DESTINATIONS}"s3,1\n` },
      "destinations.csv, row 4, column 1, problem stray quote",
    ],
    ["empty file", { times: "" }, "times.csv, row 1, column origin, problem the file is empty"],
    ["no rows", { origins: "id,demand\n" }, "origins.csv, row 2, column id, problem no rows"],
  ];

  it.each(cases)("%s", async (_, files, expected) => {
    expect(await complaint(files, "--method", "2sfca", "--max", "30")).toContain(expected);
  });

  it.each(cases.filter(([name]) => ["unknown origin", "duplicate pair", "empty file"].includes(name)))(
    "%s, as a user sees it",
    (_, files, expected) => {
      const { status, stdout, stderr } = run(files, "--method", "2sfca", "--max", "30");
      expect([status, stdout, stderr.trim().split("\n")]).toEqual([2, "", [expect.stringContaining(expected)]]);
    },
  );

  it.each(
    sampleOf([
      [["--method", "magic", "--max", "30"], "--method"],
      [["--max", "30"], "--method"],
      [["--method", "2sfca"], "--max"],
      [["--method", "e2sfca"], "--max"],
      [["--method", "2sfca", "--max", "soon"], "--max"],
      [["--method", "2sfca", "--max=-3"], "--max"],
      [["--method", "e2sfca", "--decay", "10:1,5:2"], "--decay"],
      [["--method", "2sfca", "--max", "30", "--bins", "open"], "--bins"],
      [["--method", "nearest", "--rank", "0"], "--rank"],
      [["--method", "raam", "--tau", "0"], "--tau"],
      [["--preset", "apl-v9"], "--preset"],
      [["--method", "2sfca", "--max", "30", "--demand", "men"], "column men"],
    ]),
  )("option %j", async (args, expected) => {
    expect(await complaint({}, ...args)).toContain(expected);
  });

  it("a file that is not there, or not named", async () => {
    const none = join(folder, "none.csv");
    expect(await complaint({}, "--method", "nearest", "--times", none)).toBe(`file ${none}, problem no such file`);
    const { status, stderr } = runOasis("access", "--origins", none, "--method", "nearest");
    expect([status, stderr.trim().split("\n")]).toEqual([2, [expect.stringContaining("--destinations")]]);
    const out = join(folder, "no", "out.csv");
    expect(await complaint({}, "--method", "nearest", "--out", out)).toBe(`file ${out}, problem ENOENT`);
  });
});
