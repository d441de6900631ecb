import { FailureError } from "../core/failure.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { openDuckdb } from "../platform/browser/duckdb.ts";
import { openPack } from "../platform/browser/pack.ts";
import type { EngineJobs } from "./protocol.ts";
import { type Endpoint, serve } from "./rpc.ts";

let engine: Engine | undefined;

function getEngine(): Engine {
  if (!engine) throw new FailureError("engine-start-failed", { reason: "start" });
  return engine;
}

serve<EngineJobs>(self as unknown as Endpoint, {
  async start({ packUrl }, run) {
    run.progress(0, 2, "duckdb");
    const duckdb = await openDuckdb();
    run.progress(1, 2, "pack");
    const db = await openPack(duckdb, packUrl);
    engine = createEngine(db);
    return { duckdb: await duckdb.version() };
  },
  describeAccess: (question, run) => getEngine().describeAccess(question, run),
  recomputeAccess: (question, run) => getEngine().recomputeAccess(question, run),
  scoreRecomputation: (question, run) => getEngine().scoreRecomputation(question, run),
  describeCommune: ({ code }, run) => getEngine().describeCommune(code, run),
  assessRobustness: (question, run) => getEngine().assessRobustness(question, run),
  describeDepartures: (question, run) => getEngine().describeDepartures(question, run),
  cumulateDifficulties: (question, run) => getEngine().cumulateDifficulties(question, run),
  findDeserts: (question, run) => getEngine().findDeserts(question, run),
  findClusters: (question, run) => getEngine().findClusters(question, run),
  crossIncome: (question, run) => getEngine().crossIncome(question, run),
  simulateZoning: (question, run) => getEngine().simulateZoning(question, run),
  askInequality: (request, run) => getEngine().askInequality(request, run),
  verifyPack: (_, run) => getEngine().verifyPack(run),
  studyParity: (question, run) => getEngine().studyParity(question, run),
  listCommunePoints: (_, run) => getEngine().listCommunePoints(run),
  listReachable: (question, run) => getEngine().listReachable(question, run),
  preparePlacement: (question, run) => getEngine().preparePlacement(question, run),
  describePlan: (plan, run) => getEngine().describePlan(plan, run),
  prepareRounds: (question, run) => getEngine().prepareRounds(question, run),
  describeRounds: (plan, run) => getEngine().describeRounds(plan, run),
  scoreObjectives: (question, run) => getEngine().scoreObjectives(question, run),
  draftObjective: (question, run) => getEngine().draftObjective(question, run),
  describeFelt: (question, run) => getEngine().describeFelt(question, run),
  listWorsened: (question, run) => getEngine().listWorsened(question, run),
  describeCorrected: (question, run) => getEngine().describeCorrected(question, run),
  applyScenario: (question, run) => getEngine().applyScenario(question, run),
  compareScenarios: (questions, run) => getEngine().compareScenarios(questions, run),
  async bringTimes(times) {
    await getEngine().bringTimes(times);
    return undefined;
  },
});
