import { FailureError } from "../failure.ts";
import type { Run } from "../run.ts";
import { buildNetwork } from "./build-network.ts";
import { type ByteSource, type Inflate, walkBlocks } from "./osm-blobs.ts";
import { readBlock } from "./osm-block.ts";
import { CarNodes } from "./osm-nodes.ts";
import { CarWays } from "./osm-ways.ts";
import type { RoadNetwork } from "./road-network.ts";
import { cutSegments } from "./segments.ts";

/** The car network of an extract and what it was built from. */
export interface OsmRoads {
  readonly network: RoadNetwork;
  readonly counts: {
    /** Ways with a `highway` tag; ways cars may use; nodes on these; straight pieces between the nodes. */
    readonly highways: number;
    readonly carWays: number;
    readonly carNodes: number;
    readonly segments: number;
  };
}

/**
 * Car network of an OSM PBF extract, read twice: first the ways, then the nodes they pass. Memory grows with the roads,
 * not with the file. Throws `osm-unreadable` (file, blob, offset, reason), `no-roads`, `cancelled`.
 */
export async function readOsmRoads(source: ByteSource, inflate: Inflate, run: Run): Promise<OsmRoads> {
  const ways = new CarWays();
  const nodeBlobs = new Set<number>();
  await walkBlocks(
    source,
    inflate,
    run,
    "ways",
    () => true,
    (bytes, blob, fault) => {
      if (ways.collect(readBlock(bytes, fault), fault).hasNodes) nodeBlobs.add(blob);
    },
  );
  if (ways.rules.length === 0) throw new FailureError("no-roads", { file: source.name, highways: ways.highways });
  const nodes = new CarNodes(ways.refs.filled());
  await walkBlocks(
    source,
    inflate,
    run,
    "nodes",
    (blob) => nodeBlobs.has(blob),
    (bytes, _, fault) => nodes.collect(readBlock(bytes, fault), fault),
  );
  const segments = cutSegments(ways, nodes);
  if (segments.from.length === 0) throw new FailureError("no-roads", { file: source.name, highways: ways.highways });
  return {
    network: buildNetwork(segments),
    counts: {
      highways: ways.highways,
      carWays: ways.rules.length,
      carNodes: nodes.ids.length,
      segments: segments.from.length,
    },
  };
}
