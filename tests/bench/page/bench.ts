import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import ehWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import mvpWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url";
import ehWasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import mvpWasm from "@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url";
import * as maplibregl from "maplibre-gl";
import mapWorker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { type Choropleth, COMMUNE_COUNT } from "../../../src/map/choropleth.ts";
import { choosePalette } from "../../../src/map/palette.ts";
import { createSceneAppliers } from "../../../src/map/scene.ts";
import { createSplit } from "../../../src/map/split-layers.ts";
import { buildStyle, COMMUNE_FILL } from "../../../src/map/style.ts";
import { openTileArchive } from "../../../src/map/tile-protocol.ts";

const CLASSES = 7;
const PALETTE = choosePalette(CLASSES, 3);
const UNITS = Uint16Array.from({ length: COMMUNE_COUNT }, (_, unit) => unit);

/** Milliseconds, one entry per turn. */
export interface RecolourTimes {
  /** Script on the main thread. */
  readonly script: number[];
  /** Until the map is idle again. */
  readonly idle: number[];
}

/** All communes of France change class at every turn, by feature-state (the application) or by a new paint expression. */
async function recolour(turns: number): Promise<{ featureState: RecolourTimes; paintExpression: RecolourTimes }> {
  const map = await openFrance();
  const scene = createSceneAppliers(map, createSplit(map));
  let shown: Choropleth | undefined;
  const byState = (turn: number) => {
    const wanted = {
      units: UNITS,
      classes: classesOfTurn(turn),
      dimmed: new Uint8Array(COMMUNE_COUNT),
      palette: PALETTE,
    };
    scene.appliers.choropleth(wanted, shown);
    shown = wanted;
  };
  const byExpression = (turn: number) => {
    const classes = classesOfTurn(turn);
    const ids = PALETTE.map(() => [] as number[]);
    for (const unit of UNITS) ids[classes[unit]].push(unit);
    const branches = PALETTE.flatMap((colour, k) => [ids[k], colour]);
    map.setPaintProperty(
      COMMUNE_FILL,
      "fill-color",
      ["match", ["id"], ...branches, "#fff"] as unknown as maplibregl.ExpressionSpecification,
      {
        validate: false,
      },
    );
  };
  const featureState = await time(map, turns, byState);
  const paintExpression = await time(map, turns, byExpression);
  map.remove();
  return { featureState, paintExpression };
}

async function time(map: maplibregl.Map, turns: number, change: (turn: number) => void): Promise<RecolourTimes> {
  const times: RecolourTimes = { script: [], idle: [] };
  for (let turn = 0; turn <= turns; turn++) {
    const start = performance.now();
    change(turn);
    const script = performance.now() - start;
    await map.once("idle");
    if (turn === 0) continue;
    times.script.push(script);
    times.idle.push(performance.now() - start);
  }
  return times;
}

function classesOfTurn(turn: number): Int8Array {
  return Int8Array.from(UNITS, (unit) => (unit + turn) % CLASSES);
}

async function openFrance(): Promise<maplibregl.Map> {
  maplibregl.setWorkerUrl(new URL(mapWorker, document.baseURI).href);
  const archive = openTileArchive(new URL("pack/oasis.pmtiles", document.baseURI).href, (failure) => {
    throw new Error(JSON.stringify(failure));
  });
  const map = new maplibregl.Map({
    container: "map",
    style: buildStyle(archive.sourceUrl),
    bounds: [-5.2, 41.3, 9.6, 51.1],
    fadeDuration: 0,
    attributionControl: false,
  });
  await map.once("idle");
  return map;
}

/** Milliseconds from nothing to a first answered query. */
async function startDuckdb(bundle: "eh" | "mvp"): Promise<number> {
  const [worker, wasm] = bundle === "eh" ? [ehWorker, ehWasm] : [mvpWorker, mvpWasm];
  const absolute = (url: string) => new URL(url, document.baseURI).href;
  const start = performance.now();
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(absolute(worker)));
  await db.instantiate(absolute(wasm));
  const connection = await db.connect();
  await connection.query("SELECT 1");
  const elapsed = performance.now() - start;
  await db.terminate();
  return elapsed;
}

declare global {
  interface Window {
    oasisBench: { recolour: typeof recolour; startDuckdb: typeof startDuckdb };
  }
}

window.oasisBench = { recolour, startDuckdb };
