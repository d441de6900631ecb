import { useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { type PlanState, planQuestion } from "../../app/plans.ts";
import { useQuestion, useServices } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";

export interface Plan {
  /** Of the request in force; `none` when what was found answers another. */
  readonly state: PlanState;
  find(): void;
  stop(): void;
}

/** Milliseconds a request that is searched by itself must stand still: a threshold being dragged waits. */
const PATIENCE = 500;

/** Communes beyond which gathering waits for the button: the whole country would keep the engine busy for nothing. */
const MOST_WARMED = 6_000;

/** Milliseconds before gathering starts when the room opens: none of its answers is waited for. */
const SOON = 50;

const NONE: PlanState = { kind: "none" };

/** The search of the request in force; a link that says it was asked starts it. */
export function usePlan(reading: Reading | undefined): Plan {
  const { store, plans, roads, engine } = useServices();
  const state = useStore(plans);
  const times = useStore(roads, ({ version }) => version);
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const model = useQuestion((q) => q.model);
  const act = useQuestion((q) => q.act);
  const threshold = reading?.threshold;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the question define the request
  const question = useMemo(
    () => (threshold === undefined ? undefined : planQuestion(store.getState().question, threshold)),
    [territory, series, model, act, threshold, store],
  );
  const key = question && JSON.stringify([question, times]);
  const isCurrent = state.kind !== "none" && state.key === key;
  const isFirst = useRef(true);
  useEffect(() => plans.wake(), [plans]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request
  useEffect(() => {
    if (!question || key === undefined) return;
    const now = plans.getState();
    if (now.kind !== "none" && now.key === key) return;
    if (now.kind === "preparing" || now.kind === "searching") plans.clear();
    if (!act.asked && reading && reading.answer.units.length > MOST_WARMED) return;
    const timer = window.setTimeout(
      () => (act.asked ? void plans.find(question, key) : plans.warm(question, key)),
      isFirst.current ? SOON : PATIENCE,
    );
    isFirst.current = false;
    return () => window.clearTimeout(timer);
  }, [key, act.asked]);
  return {
    state: isCurrent ? state : NONE,
    find() {
      if (!question || key === undefined) return;
      if (state.kind === "failed") engine.reset();
      void plans.find(question, key);
      store.ask({ act: { ...act, asked: true } });
    },
    stop: () => plans.stop(),
  };
}
