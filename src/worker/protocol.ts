import type { ScenarioAnswer, ScenarioQuestion } from "../engine/apply-scenario.ts";
import type { InequalityReply, InequalityRequest } from "../engine/ask-inequality.ts";
import type { RobustnessAnswer, RobustnessQuestion } from "../engine/assess-robustness.ts";
import type { BroughtTimes } from "../engine/brought-times.ts";
import type { ScenarioComparison } from "../engine/compare-scenarios.ts";
import type { ParityQuestion } from "../engine/compute-parity.ts";
import type { CorrectedAnswer, CorrectedQuestion } from "../engine/corrected-access.ts";
import type { IncomeCrossAnswer, IncomeCrossQuestion } from "../engine/cross-income.ts";
import type { CumulatedAnswer, CumulatedQuestion } from "../engine/cumulate-difficulties.ts";
import type { AccessAnswer, AccessQuestion } from "../engine/describe-access.ts";
import type { CommuneAnswer } from "../engine/describe-commune.ts";
import type { DeparturesAnswer, DeparturesQuestion } from "../engine/describe-departures.ts";
import type { FeltAnswer, FeltQuestion } from "../engine/describe-felt.ts";
import type { PlaceSitesAnswer } from "../engine/describe-plan.ts";
import type { PlanRoundsAnswer } from "../engine/describe-rounds.ts";
import type { ClustersAnswer } from "../engine/find-clusters.ts";
import type { DesertsAnswer, DesertsQuestion } from "../engine/find-deserts.ts";
import type { ReachAnswer, ReachQuestion } from "../engine/list-reachable.ts";
import type { WorsenedAnswer, WorsenedQuestion } from "../engine/list-worsened.ts";
import type { FoundPlan } from "../engine/placement.ts";
import type { PlacementWorld, PlaceSitesQuestion } from "../engine/placement-world.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import type { RecomputedAnswer, RecomputeQuestion, RecomputeScores } from "../engine/recompute-access.ts";
import type { FoundRounds } from "../engine/rounds.ts";
import type { PlanRoundsQuestion, RoundsWorld } from "../engine/rounds-world.ts";
import type {
  ObjectiveDraft,
  ObjectiveQuestion,
  ObjectivesQuestion,
  ScoredObjective,
} from "../engine/score-objectives.ts";
import type { NamedClustersQuestion } from "../engine/spatial-studies.ts";
import type { ParityStudy } from "../engine/study-parity.ts";
import type { PackVerification } from "../engine/verify-pack.ts";
import type { ZoningAnswer, ZoningQuestion } from "../engine/zone-territory.ts";

/** What the engine worker answers. */
export type EngineJobs = {
  /** Starts DuckDB and reads the pack, so that the first question does not wait. */
  readonly start: { readonly input: { readonly packUrl: string }; readonly output: { readonly duckdb: string } };
  readonly describeAccess: { readonly input: AccessQuestion; readonly output: AccessAnswer };
  readonly recomputeAccess: { readonly input: RecomputeQuestion; readonly output: RecomputedAnswer };
  readonly scoreRecomputation: { readonly input: RecomputeQuestion; readonly output: RecomputeScores };
  readonly describeCommune: { readonly input: { readonly code: string }; readonly output: CommuneAnswer };
  readonly assessRobustness: { readonly input: RobustnessQuestion; readonly output: RobustnessAnswer };
  readonly describeDepartures: { readonly input: DeparturesQuestion; readonly output: DeparturesAnswer };
  readonly cumulateDifficulties: { readonly input: CumulatedQuestion; readonly output: CumulatedAnswer };
  readonly findDeserts: { readonly input: DesertsQuestion; readonly output: DesertsAnswer };
  readonly findClusters: { readonly input: NamedClustersQuestion; readonly output: ClustersAnswer };
  readonly crossIncome: { readonly input: IncomeCrossQuestion; readonly output: IncomeCrossAnswer };
  readonly simulateZoning: { readonly input: ZoningQuestion; readonly output: ZoningAnswer };
  readonly askInequality: { readonly input: InequalityRequest; readonly output: InequalityReply };
  readonly verifyPack: { readonly input: null; readonly output: PackVerification };
  readonly studyParity: { readonly input: ParityQuestion; readonly output: ParityStudy };
  readonly listCommunePoints: { readonly input: null; readonly output: CommunePoints };
  readonly listReachable: { readonly input: ReachQuestion; readonly output: ReachAnswer };
  readonly preparePlacement: { readonly input: PlaceSitesQuestion; readonly output: PlacementWorld };
  readonly describePlan: { readonly input: FoundPlan; readonly output: PlaceSitesAnswer };
  readonly prepareRounds: { readonly input: PlanRoundsQuestion; readonly output: RoundsWorld };
  readonly describeRounds: { readonly input: FoundRounds; readonly output: PlanRoundsAnswer };
  readonly scoreObjectives: { readonly input: ObjectivesQuestion; readonly output: readonly ScoredObjective[] };
  readonly draftObjective: { readonly input: ObjectiveQuestion; readonly output: ObjectiveDraft };
  readonly describeFelt: { readonly input: FeltQuestion; readonly output: FeltAnswer };
  readonly listWorsened: { readonly input: WorsenedQuestion; readonly output: WorsenedAnswer };
  readonly describeCorrected: { readonly input: CorrectedQuestion; readonly output: CorrectedAnswer };
  readonly applyScenario: { readonly input: ScenarioQuestion; readonly output: ScenarioAnswer };
  readonly compareScenarios: { readonly input: readonly ScenarioQuestion[]; readonly output: ScenarioComparison };
  readonly bringTimes: { readonly input: BroughtTimes | null; readonly output: undefined };
};
