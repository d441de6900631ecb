import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type FullParity,
  fullParityQuery,
  type ParityStudy,
  type ParitySummary,
  parityQuery,
  type Split,
} from "../../app/studies.ts";
import type { Profession } from "../../core/professions.ts";
import { type Study, useStudy } from "../use-study.ts";

/** Which study is looked at: the one computed beforehand, or one of the two run in this browser. */
export const SOURCES = ["full", "fast", "fullHere"] as const;
export type Source = (typeof SOURCES)[number];

/** The seed of the studies computed beforehand, so that one run here gives the same figures. */
const SEED = 1;

export interface Parity {
  readonly source: Source;
  readonly sources: readonly Source[];
  readonly split: Split;
  /** Whether the residuals are on the map. */
  readonly isOnMap: boolean;
  /** The study shown; undefined while there is none. */
  readonly summary: ParitySummary | undefined;
  /** The same, where it was run here and so has a column for each commune. */
  readonly study: ParityStudy | undefined;
  readonly full: FullParity | undefined;
  readonly isLoading: boolean;
  readonly fast: Study<ParityStudy>;
  readonly fullHere: Study<ParityStudy>;
  setSource(source: Source): void;
  setSplit(split: Split): void;
  setIsOnMap(isOnMap: boolean): void;
}

/** The parity study of a profession and year: what is known of it, and what can be run. */
export function useParity(profession: Profession, year: number): Parity {
  const [asked, setSource] = useState<Source>("full");
  const [split, setSplit] = useState<Split>("random");
  const [isOnMap, setIsOnMap] = useState(false);
  const question = { profession, year, seed: SEED };
  const fast = useStudy((engine, onProgress) => parityQuery({ ...question, fast: true }, engine, onProgress), false);
  const fullHere = useStudy(
    (engine, onProgress) => parityQuery({ ...question, fast: false }, engine, onProgress),
    false,
  );
  const kept = useQuery(fullParityQuery());
  const known = kept.data?.studies[profession];
  const ready: Readonly<Record<Source, ParitySummary | undefined>> = {
    full: known?.question.year === year ? known : undefined,
    fast: fast.result?.value,
    fullHere: fullHere.result?.value,
  };
  const sources = SOURCES.filter((source) => ready[source] !== undefined);
  const source = ready[asked] ? asked : (sources[0] ?? "full");
  return {
    source,
    sources,
    split,
    isOnMap,
    summary: ready[source],
    study:
      source === "full" ? (fullHere.result ?? fast.result)?.value : (source === "fast" ? fast : fullHere).result?.value,
    full: kept.data,
    isLoading: kept.isPending,
    fast,
    fullHere,
    setSource,
    setSplit,
    setIsOnMap,
  };
}
