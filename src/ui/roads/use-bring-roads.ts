import { useCallback, useEffect, useRef, useState } from "react";
import type { Bringing, BroughtRoads, Progress } from "../../app/roads.ts";
import { FailureError } from "../../core/failure.ts";
import { useServices } from "../services.tsx";

/** Where the bringing of a file stands. */
export type BringingState =
  | { readonly step: "choose" }
  /** An OSRM answer waits for the list of its points. */
  | { readonly step: "list"; readonly file: File }
  | { readonly step: "work"; readonly name: string; readonly progress: Progress | null }
  | { readonly step: "failed"; readonly error: unknown }
  | { readonly step: "done"; readonly brought: BroughtRoads };

export interface BringRoads {
  readonly state: BringingState;
  /** Takes a file by its kind; an OSRM answer waits for `giveList`. */
  give(file: File): void;
  giveList(list: File): void;
  resume(name: string): void;
  cancel(): void;
  restart(): void;
}

/** Reads what somebody brings, with progress and cancel; a component that goes away cancels what it began. */
export function useBringRoads(): BringRoads {
  const { roads } = useServices();
  const [state, setState] = useState<BringingState>({ step: "choose" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const bring = useCallback(
    async (what: Bringing, name: string) => {
      const own = new AbortController();
      abort.current?.abort();
      abort.current = own;
      setState({ step: "work", name, progress: null });
      try {
        const onProgress = (progress: Progress) => {
          if (!own.signal.aborted) setState({ step: "work", name, progress });
        };
        const brought = await roads.bring(what, { signal: own.signal, onProgress });
        setState({ step: "done", brought });
      } catch (error) {
        if (!own.signal.aborted) setState({ step: "failed", error });
      }
    },
    [roads],
  );
  const listed = state.step === "list" ? state.file : null;
  return {
    state,
    give(file) {
      const kind = kindOf(file.name);
      if (kind === null) {
        const reason = "unknown kind of file";
        setState({ step: "failed", error: new FailureError("bad-input", { file: file.name, reason }) });
      } else if (kind === "osrm") setState({ step: "list", file });
      else void bring({ kind, file }, file.name);
    },
    giveList(list) {
      if (listed) void bring({ kind: "osrm", file: listed, list }, listed.name);
    },
    resume: (name) => void bring({ kind: "kept", name }, name),
    cancel() {
      abort.current?.abort();
      setState({ step: "choose" });
    },
    restart: () => setState({ step: "choose" }),
  };
}

function kindOf(name: string): "pbf" | "road" | "times" | "osrm" | null {
  const ending = name.toLowerCase();
  if (ending.endsWith(".pbf")) return "pbf";
  if (ending.endsWith(".road")) return "road";
  if (ending.endsWith(".csv")) return "times";
  return ending.endsWith(".json") ? "osrm" : null;
}
