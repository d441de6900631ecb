import type { Place } from "../core/travel/placement.ts";
import type { RoadNetwork } from "../core/travel/road-network.ts";
import type { BroughtTimes } from "../engine/brought-times.ts";
import type { Origin, OriginTimes } from "../engine/list-reachable.ts";
import type { CommunePoints } from "../engine/reach-places.ts";

/** What is said of a network once it is read. */
export interface RoadsSummary {
  /** Car ways and `highway` ways of an OpenStreetMap extract; null for a road file, which no longer tells. */
  readonly ways: { readonly car: number; readonly all: number } | null;
  readonly junctions: number;
  readonly roads: number;
  /** Parts large enough to travel in, without a road between them, and what is left over. */
  readonly parts: number;
  readonly fragments: number;
  /** Communes whose point lies near a road of the main parts. */
  readonly communes: number;
  /** The farthest of these points from its road. */
  readonly farthest: { readonly name: string; readonly metres: number };
  /** Memory the network takes. */
  readonly bytes: number;
}

/** Everything a member of the pool needs to fill rows of the table. */
export interface TableTask {
  /** Without the bends, which times do not need. */
  readonly network: RoadNetwork;
  readonly units: Uint16Array;
  readonly places: readonly Place[];
  readonly limitMinutes: number;
}

/** Rows of a table compressed: row k has `counts[k]` pairs, targets ascending. */
export interface TableRows {
  readonly counts: Uint32Array;
  readonly targets: Uint32Array;
  readonly minutes: Float64Array;
}

/** [longitude, latitude] rings, outer first, as in GeoJSON. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** What roads reach from a point. */
export interface RoadReach {
  readonly times: OriginTimes;
  readonly bands: readonly { readonly minutes: number; readonly polygons: Polygons; readonly margin: number }[];
  /** From the point to the road it starts on. */
  readonly metres: number;
}

export interface KeptRoads {
  readonly name: string;
  readonly bytes: number;
}

/** What the roads worker answers: it holds one network. */
export type RoadsJobs = {
  readonly openPbf: {
    readonly input: { readonly file: File; readonly points: CommunePoints };
    readonly output: RoadsSummary;
  };
  readonly openRoadFile: {
    readonly input: { readonly file: File; readonly points: CommunePoints };
    readonly output: RoadsSummary;
  };
  /** The road file kept in this browser. */
  readonly openKept: { readonly input: { readonly points: CommunePoints }; readonly output: RoadsSummary };
  readonly listKept: { readonly input: null; readonly output: KeptRoads | null };
  readonly dropKept: { readonly input: null; readonly output: undefined };
  /** Keeps the network in this browser under a name. */
  readonly keep: { readonly input: { readonly name: string }; readonly output: undefined };
  /** The network as a road file. */
  readonly writeRoadFile: { readonly input: null; readonly output: Uint8Array };
  readonly prepareTable: { readonly input: { readonly limitMinutes: number }; readonly output: TableTask };
  /** null when no road of the main parts is near the origin. */
  readonly reach: {
    readonly input: { readonly origin: Origin; readonly bands: readonly number[]; readonly limitMinutes: number };
    readonly output: RoadReach | null;
  };
  readonly readTimes: {
    readonly input: { readonly file: File; readonly points: CommunePoints };
    readonly output: ImportedTimes;
  };
  /** `list` names the communes of the sources, in their order. */
  readonly readOsrm: {
    readonly input: { readonly file: File; readonly list: File; readonly points: CommunePoints };
    readonly output: ImportedTimes;
  };
};

export interface ImportedTimes {
  readonly times: BroughtTimes;
  /** Communes of the table that are not both an origin and a destination: left to the estimate. */
  readonly oneWay: number;
}

/** What a member of the pool answers. */
export type PoolJobs = {
  readonly open: { readonly input: TableTask; readonly output: undefined };
  readonly fillRows: { readonly input: { readonly from: number; readonly to: number }; readonly output: TableRows };
};
