import "@fontsource-variable/inter/wght.css";
import "./mantine-styles.ts";
import "./global.css";
import { createRoot } from "react-dom/client";
import { accessQuery, createQueryClient, placesQuery } from "../app/answers.ts";
import { openContributions } from "../app/contributions/open-contributions.ts";
import { openLazyEngine } from "../app/lazy-engine.ts";
import { packUrl } from "../app/pack.ts";
import { openPlanStore } from "../app/plans.ts";
import { openRoadsStore } from "../app/roads.ts";
import { openRoundsPlanStore } from "../app/rounds.ts";
import { openScenarioStore } from "../app/scenarios.ts";
import { openQuestionStore } from "../app/store.ts";
import type { AccessMap } from "../map/access-map.ts";
import { startEngine } from "../worker/client.ts";
import { App } from "./app.tsx";
import { createHoverBus } from "./hover-bus.ts";
import type { Services } from "./services.tsx";

const store = openQuestionStore();
const engine = openLazyEngine(() => {
  const client = startEngine(packUrl());
  // An engine started again knows nothing of what was brought to the one before.
  const times = roads.times();
  if (times) void client.call("bringTimes", times).catch(() => undefined);
  return client;
});
const roads = openRoadsStore(engine);
const queries = createQueryClient();

// The answer, the map's code and React's first render race each other: none waits for another.
const { territory, series, view } = store.getState().question;
void queries.prefetchQuery(accessQuery(engine.get, territory, series));
let mapCode: ReturnType<Services["loadMap"]> | undefined;
const loadMap = () => {
  mapCode ??= import("../map/access-map.ts");
  mapCode.catch(() => {
    mapCode = undefined;
  });
  return mapCode;
};
if (view === "map") void loadMap().catch(() => undefined);

const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 400));
idle(() => void queries.prefetchQuery(placesQuery()));

const services: Services = {
  store,
  engine,
  roads,
  plans: openPlanStore(engine),
  rounds: openRoundsPlanStore(engine),
  scenarios: openScenarioStore(),
  contributions: openContributions(),
  hover: createHoverBus(),
  map: { current: null as AccessMap | null },
  loadMap,
};

const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
createRoot(root).render(<App services={services} queries={queries} />);
