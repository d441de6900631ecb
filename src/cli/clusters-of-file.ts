import { FailureError } from "../core/failure.ts";
import { isConstant } from "../core/spatial/deviations.ts";
import { adjustForDiscovery } from "../core/spatial/false-discovery.ts";
import { getisOrdStar } from "../core/spatial/getis-ord.ts";
import { localMoran, QUADRANTS } from "../core/spatial/local-moran.ts";
import { globalMoran, permuteMoran } from "../core/spatial/moran.ts";
import { isIsland, standardiseRows } from "../core/spatial/neighbours.ts";
import { type ClustersOptions, parsePermutations } from "./clusters-options.ts";
import { formatCsv } from "./csv.ts";
import { describeMoran } from "./describe-moran.ts";
import { readSpatialWorld, type SpatialWorld } from "./read-spatial-world.ts";
import { parseWholeNumber } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** Local and global autocorrelation of a column over neighbours given as a file. */
export async function clustersOfFile(options: ClustersOptions): Promise<void> {
  if (options.neighbours === undefined) throw new FailureError("bad-input", { option: "--neighbours", text: "(none)" });
  const permutations = parsePermutations(options.permutations ?? "999");
  const seed = parseWholeNumber(options.seed, "--seed");
  const file = options.values ?? "";
  const world = await readSpatialWorld(file, options.neighbours);
  assertDefined(world, file, options.neighbours);
  const { ids, values } = world;
  const neighbours = options.standardise === true ? standardiseRows(world.neighbours) : world.neighbours;
  const local = localMoran(values, neighbours, { permutations, seed });
  const test = permuteMoran(values, neighbours, seed);
  test.draw(permutations);
  const adjusted = adjustForDiscovery(local.p);
  const giStar = getisOrdStar(local.z, neighbours);
  const rows = ids.map((id, i) => [
    id,
    local.localI[i],
    QUADRANTS[local.quadrants[i]],
    local.p[i],
    adjusted[i],
    giStar[i],
  ]);
  await writeOutput(options.out, formatCsv(["id", "local_i", "quadrant", "p", "p_fdr", "gi_star_z"], rows));
  const moran = describeMoran({ kind: "univariate", ...globalMoran(values, neighbours), p: test.p() });
  const islands = ids.filter((_, i) => isIsland(neighbours, i)).length;
  const summary = { moran, n: ids.length, islands, links: neighbours.targets.length, permutations, seed };
  if (options.summary !== undefined) await writeOutput(options.summary, `${JSON.stringify(summary, null, 2)}\n`);
  for (const note of listNotes(world, options.standardise === true, islands)) console.error(note);
}

function assertDefined({ values, neighbours }: SpatialWorld, valuesFile: string, neighboursFile: string): void {
  if (values.length < 2 || isConstant(values)) {
    const problem = values.length < 2 ? "fewer than two values" : "all values are equal";
    throw new FailureError("bad-input", { file: valuesFile, row: values.length + 1, column: "value", problem });
  }
  if (neighbours.targets.length === 0) {
    throw new FailureError("bad-input", { file: neighboursFile, row: 1, column: "neighbour", problem: "no links" });
  }
}

function listNotes({ hasWeights }: SpatialWorld, isStandardised: boolean, islands: number): readonly string[] {
  const notes = [
    isStandardised
      ? "weights of each unit brought to a sum of 1"
      : `weights ${hasWeights ? "as given" : "of 1"}; --standardise brings those of each unit to a sum of 1`,
  ];
  if (islands > 0) notes.push(`units without a neighbour: ${islands} (they stay in n, lag 0, quadrant and p empty)`);
  return notes;
}
