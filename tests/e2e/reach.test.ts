import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { kmBetween } from "../../src/core/geo/distance.ts";
import { writeRoadFile } from "../../src/core/travel/road-file.ts";
import type { RoadNetwork } from "../../src/core/travel/road-network.ts";
import { networkGraph } from "../../src/core/travel/road-network.ts";
import type { CommunePoints } from "../../src/engine/reach-places.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { drawOsmFile } from "../core/travel/osm-file.ts";
import { allTimes, drawNetwork } from "../core/travel/worlds.ts";
import { drawCommuneRoads } from "../worlds/commune-roads.ts";
import { coloured, IS_FULL, launchBrowser, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-reach-"));
const ORIGIN = { lon: -3, lat: 48.23 };

let browser: Browser;
let reach: Visit;
let page: Page;
let pack: readonly Row[];

/** A commune of the pack as this test reads it, without the engine. */
interface Row {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly people: number;
  readonly gp: number;
  readonly pharmacy: number;
}

/** The pack read by a query of this test's own: points, people, places of practice. */
async function readPack(): Promise<readonly Row[]> {
  const db = await openNodePack("data");
  const { columns } = await db.query(`
    SELECT c.code, c.population_2022::DOUBLE AS people,
      coalesce((SELECT avg(lon) FROM france_services s WHERE s.code = c.code AND s.format LIKE 'Fixe%'
        AND abs(s.lon - c.lon) < 0.15 AND abs(s.lat - c.lat) < 0.1), c.lon)::DOUBLE AS lon,
      coalesce((SELECT avg(lat) FROM france_services s WHERE s.code = c.code AND s.format LIKE 'Fixe%'
        AND abs(s.lon - c.lon) < 0.15 AND abs(s.lat - c.lat) < 0.1), c.lat)::DOUBLE AS lat,
      coalesce((SELECT sum(count) FROM facilities f WHERE f.code = c.code AND type = 'D265' AND year = 2024), 0)::DOUBLE AS gp,
      coalesce((SELECT sum(count) FROM facilities f WHERE f.code = c.code AND type = 'D307' AND year = 2024), 0)::DOUBLE AS pharmacy
    FROM communes c WHERE c.region = '53' AND c.kind = 'commune' ORDER BY c.unit`);
  const number = (name: string) => columns[name] as Float64Array;
  return (columns.code as string[]).map((code, i) => ({
    code,
    lon: number("lon")[i],
    lat: number("lat")[i],
    people: number("people")[i],
    gp: number("gp")[i],
    pharmacy: number("pharmacy")[i],
  }));
}

/** What the panel must say for communes within each band. */
function count(minutes: (row: Row) => number): Record<string, number[]> {
  const sum = (of: (row: Row) => number) =>
    [10, 15, 20, 30].map((limit) => pack.filter((row) => minutes(row) <= limit).reduce((n, row) => n + of(row), 0));
  return {
    people: sum((row) => row.people),
    communes: sum(() => 1),
    gp: sum((row) => row.gp),
    pharmacy: sum((row) => row.pharmacy),
  };
}

async function readPanel(of: Page): Promise<Record<string, number[]>> {
  const read = async (kind: string) =>
    (await of
      .locator(`tr[data-kind="${kind}"] td`)
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.exact)))) as number[];
  return {
    people: await read("people"),
    communes: await read("communes"),
    gp: await read("gp"),
    pharmacy: await read("pharmacy"),
  };
}

const estimate = (row: Row) => 1.5306 * kmBetween(ORIGIN.lon, ORIGIN.lat, row.lon, row.lat) ** 0.9016;
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** What kind of times the headline says it was computed with. */
const kind = (of: "estimated" | "mixed" | "road") => page.locator(`span[data-kind="${of}"]`);
const badge = (text: string | RegExp) => page.locator("main").getByText(text).first();

async function bring(path: string, list?: string): Promise<void> {
  await page.getByRole("button", { name: /^(Apporter des routes|Changer)$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles(path);
  if (list !== undefined) {
    await dialog.getByRole("button", { name: "Choisir la liste…" }).waitFor();
    await dialog.locator("input[type=file]").setInputFiles(list);
  }
}
const closeDialog = async () => {
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).last().click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};
/** The message for a file that cannot be used, with plain spaces and quotes. */
async function refusal(path: string, list?: string): Promise<string> {
  await bring(path, list);
  const alert = page.getByRole("dialog").getByRole("alert");
  const text = (await alert.innerText()).replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("’", "'");
  await page.getByRole("button", { name: "Choisir un autre fichier" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  return text;
}

beforeAll(async () => {
  pack = await readPack();
  browser = await launchBrowser();
  reach = await visit(browser, `${url}?lens=reach&at=-3.0000,48.2300,8.50`);
  page = reach.page;
  await coloured(page);
});
afterAll(() => browser.close());

it("starts where the map is clicked, and writes it in the address", async () => {
  const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!box) throw new Error("no map");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => new URL(page.url()).searchParams.get("from")).toMatch(/^-3\.0\d{4},48\.2\d{4}$/);
  await badge(/^Départ/).waitFor();
  await page.getByRole("button", { name: /^Point de départ/ }).waitFor();
});

it("counts what the pack says, on estimated times", async () => {
  await page.goto(`${url}?lens=reach&from=${ORIGIN.lon},${ORIGIN.lat}&at=-3.0000,48.2300,8.50`);
  await kind("estimated").waitFor();
  expect(await readPanel(page)).toEqual(count(estimate));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Contours (GeoJSON)" }).click(),
  ]);
  const { features } = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(features.map((one: { geometry: { type: string } }) => one.geometry.type)).toEqual([
    ...Array(4).fill("MultiPolygon"),
    "Point",
  ]);
  expect(features[3].properties).toMatchObject({
    minutes: 30,
    times: "estimate",
    communes: count(estimate).communes[3],
  });
});

it("shows in the table the communes the panel counts", async () => {
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  const rows = String(count(estimate).communes[3]);
  await page.locator(`table[aria-rowcount="${Number(rows) + 1}"]`).waitFor();
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
});

it.runIf(IS_FULL)("moves by the arrow keys once it has the focus", async () => {
  const before = new URL(page.url()).searchParams.get("from");
  await page.getByRole("button", { name: /^Point de départ/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => new URL(page.url()).searchParams.get("from")).not.toBe(before);
  await page.goto(`${url}?lens=reach&from=${ORIGIN.lon},${ORIGIN.lat}&at=-3.0000,48.2300,8.50`);
  await kind("estimated").waitFor();
});

it("refuses bad files in plain words, and leaves everything as it was", async () => {
  const osm = drawOsmFile(
    [
      { id: 1, lon: -3, lat: 48.2 },
      { id: 2, lon: -3.01, lat: 48.2 },
    ],
    [{ refs: [1, 2], tags: { highway: "footway" } }],
  );
  expect(await refusal(file("cut.osm.pbf", osm.subarray(0, osm.length - 7)))).toMatch(/cut\.osm\.pbf, bloc 2, .*coupé/);
  expect(await refusal(file("text.osm.pbf", "not a map"))).toMatch(
    /text\.osm\.pbf.*n'est pas un extrait OpenStreetMap/,
  );
  expect(await refusal(file("foot.osm.pbf", osm))).toMatch(
    /foot\.osm\.pbf : aucune route ouverte aux voitures \(voies « highway » lues : 1\)/,
  );
  expect(await refusal(file("x.road", "OASIS"))).toMatch(/x\.road, octet 0 : .*réseau préparé/);
  const csv = (name: string, row: string) => file(name, `origin,destination,minutes\n22107,22158,9\n${row}\n`);
  expect(await refusal(csv("id.csv", "22158,99999,9"))).toMatch(
    /id\.csv, ligne 3, colonne destination, « 99999 » : code/,
  );
  expect(await refusal(csv("less.csv", "22158,22107,-2"))).toMatch(/ligne 3, colonne minutes, « -2 » : hors/);
  expect(await refusal(csv("text.csv", "22158,22107,dix"))).toMatch(
    /ligne 3, colonne minutes, « dix » : ce n'est pas un/,
  );
  expect(await refusal(csv("twice.csv", "22107,22158,8"))).toMatch(/ligne 3, colonne destination.* : donné deux fois/);
  expect(await refusal(file("x.txt", "?"))).toMatch(/format non reconnu/);
  const osrm = file("t.json", JSON.stringify({ code: "Ok", durations: [[0]] }));
  expect(await refusal(osrm, file("points.csv", "id\nZ\n"))).toMatch(/points\.csv, ligne 2, colonne id, « Z » : code/);
  await badge("Temps estimés").waitFor();
  expect(await readPanel(page)).toEqual(count(estimate));
});

/** Two pieces: all of Côtes-d'Armor but the island of Bréhat, and Morbihan's west without a road to it. */
function drawRoads(): { readonly network: RoadNetwork; readonly covered: readonly Row[] } {
  const points: CommunePoints = {
    units: Uint16Array.from(pack.keys()),
    codes: pack.map(({ code }) => code),
    names: pack.map(({ code }) => code),
    lon: Float64Array.from(pack, ({ lon }) => lon),
    lat: Float64Array.from(pack, ({ lat }) => lat),
  };
  const isNorth = (code: string) => code.startsWith("22") && code !== "22016";
  const north = drawCommuneRoads(points, isNorth);
  const covered = pack.filter(({ code }) => isNorth(code));
  // A ladder of 60 junctions on the island of Groix, cut off from the rest.
  const far = Array.from({ length: 60 }, (_, k) => [-3.48 + k / 2000, 47.636] as const);
  const n = north.nodeLon.length;
  const nodes = [...Array.from(north.nodeLon, (lon, v) => [lon / 1e5, north.nodeLat[v] / 1e5] as const), ...far];
  const roads = [
    ...Array.from(north.from, (from, r) => [from, north.to[r], north.forward[r]] as const),
    ...Array.from({ length: 59 }, (_, k) => [n + k, n + k + 1, 30] as const),
  ];
  return { network: drawNetwork(nodes, roads), covered };
}

it("takes a road network: pieces said, road times where it covers, outlines from roads", async () => {
  const { network, covered } = drawRoads();
  await bring(file("armor.road", writeRoadFile(network)));
  const dialog = page.getByRole("dialog");
  await dialog.getByText("C’est en place").waitFor();
  const facts = (await dialog.innerText()).replaceAll(/[\u00a0\u202f]/g, " ");
  expect(facts).toMatch(/2 morceaux sans route entre eux/);
  expect(facts).toMatch(/contributeurs OpenStreetMap/);
  await closeDialog();
  await kind("mixed").waitFor();
  await badge(/^Routes\s: armor\.road/).waitFor();

  // From the junction of a commune times are those of the graph, by definition (Floyd and Warshall).
  const home = covered.findIndex(({ code }) => code === "22158");
  const { lon, lat } = covered[home];
  await page.getByRole("textbox", { name: /Chercher un territoire/ }).fill("22158");
  await page.locator("[role=listbox]").getByRole("option").first().click();
  await page.getByRole("button", { name: /^Partir de/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("from")).toBe(`${lon.toFixed(5)},${lat.toFixed(5)}`);
  const times = allTimes(networkGraph(network))[home];
  const place = new Map(covered.map(({ code }, v) => [code, v]));
  const expected = [10, 15, 20, 30].map((limit) => covered.filter((_, v) => times[v] / 600 <= limit).length);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Communes (CSV)" }).click(),
  ]);
  const [header, ...lines] = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(header.split(",").slice(0, 5)).toEqual(["code", "name", "minutes", "band", "times"]);
  const rows = lines.map((line) => line.split(","));
  const byRoad = rows.filter((cells) => cells[4] === "road" && place.has(cells[0]));
  expect([10, 15, 20, 30].map((limit) => byRoad.filter((cells) => Number(cells[2]) <= limit).length)).toEqual(expected);
  for (const cells of byRoad) expect(Number(cells[2])).toBeCloseTo(times[place.get(cells[0]) ?? -1] / 600, 9);
  expect((await readPanel(page)).communes[3]).toBe(rows.length);
});

it("reads an OpenStreetMap extract, and the recomputation then counts its times", async () => {
  const near = pack.filter(({ lon, lat }) => kmBetween(ORIGIN.lon, ORIGIN.lat, lon, lat) < 25);
  const nodes = near.map(({ lon, lat }, i) => ({ id: 1000 + i, lon, lat }));
  const ways = near.slice(1).map((_, i) => ({ refs: [1000 + i, 1001 + i], tags: { highway: "secondary" } }));
  await bring(file("drawn.osm.pbf", drawOsmFile(nodes, ways)));
  const dialog = page.getByRole("dialog");
  await dialog.getByText("C’est en place").waitFor();
  expect((await dialog.innerText()).replaceAll(/[\u00a0\u202f]/g, " ")).toMatch(
    new RegExp(`${near.length - 1} (voies|routes)|${near.length} communes`),
  );
  await closeDialog();
  await badge(new RegExp(`^Routes\\s: drawn\\.osm\\.pbf.*${near.length}\\scommunes`)).waitFor();
  await page.getByText("Recalcul", { exact: true }).click();
  await page.locator("table[aria-busy=false]", { hasText: "Recalcul" }).first().waitFor();
  await kind("mixed").waitFor();
  await page.getByText("À portée", { exact: true }).click();
});

it("takes a table of times by commune, and goes back to estimates when it is removed", async () => {
  const table = file(
    "armor.csv",
    "origin,destination,minutes\n22158,22107,8\n22107,22158,9\n22158,22158,1\n22107,22107,1\n",
  );
  await bring(table);
  await page.getByRole("dialog").getByText("C’est en place").waitFor();
  await closeDialog();
  await badge(/^Temps\s: armor\.csv/).waitFor();
  await badge(/Temps lus dans votre table/).waitFor();
  await page.getByRole("button", { name: "Retirer" }).click();
  await badge("Temps estimés").waitFor();
  await kind("estimated").waitFor();
});

it.runIf(IS_FULL)("keeps a network in this browser when asked, and offers it again", async () => {
  const { network } = drawRoads();
  await bring(file("kept.road", writeRoadFile(network)));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Garder dans ce navigateur").check();
  await dialog.getByText("Gardé. Vous").waitFor();
  await closeDialog();
  await page.reload();
  await page.getByRole("button", { name: "Apporter des routes" }).click();
  await page
    .getByRole("dialog")
    .getByText(/Gardé dans ce navigateur\s: kept\.road/)
    .waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Reprendre" }).click();
  await page.getByRole("dialog").getByText("C’est en place").waitFor();
  await closeDialog();
  await badge(/^Routes\s: kept\.road/).waitFor();
});

it("asked nothing of any other origin and raised no error", () => {
  expect(reach.foreign).toEqual([]);
  expect(reach.errors).toEqual([]);
});
