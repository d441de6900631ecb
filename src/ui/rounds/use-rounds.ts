import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { type RoundsState, roundsQuestion } from "../../app/rounds.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { needsNewEngine } from "../use-answers.ts";
import { roundsOfSearch, viewRounds, viewRoundsSearch } from "./rounds-view.ts";

export interface RoundsSearching {
  /** Of the request in force; `none` when what was found answers another. */
  readonly state: RoundsState;
  find(): void;
  stop(): void;
}

/** Milliseconds a request that is searched by itself must stand still. */
const PATIENCE = 500;
const NONE: RoundsState = { kind: "none" };

/** The rounds of the request in force; a link that says they were asked for starts the search. */
export function useRounds(reading: Reading | undefined): RoundsSearching {
  const { store, rounds, roads, engine } = useServices();
  const state = useStore(rounds);
  const times = useStore(roads, ({ version }) => version);
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const model = useQuestion((q) => q.model);
  const choices = useQuestion((q) => q.rounds);
  const threshold = reading?.threshold;
  const question = useMemo(
    () =>
      threshold === undefined ? undefined : roundsQuestion({ territory, series, model, rounds: choices }, threshold),
    [territory, series, model, choices, threshold],
  );
  const key = question && JSON.stringify([question, times]);
  const isCurrent = state.kind !== "none" && state.key === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request
  useEffect(() => {
    if (!question || key === undefined) return;
    const now = rounds.getState();
    if (now.kind !== "none" && now.key === key) return;
    if (now.kind === "preparing" || now.kind === "searching") rounds.clear();
    if (!choices.asked) return;
    const timer = window.setTimeout(() => void rounds.find(question, key), PATIENCE);
    return () => window.clearTimeout(timer);
  }, [key, choices.asked]);
  return {
    state: isCurrent ? state : NONE,
    find() {
      if (!question || key === undefined) return;
      if (state.kind === "failed" && needsNewEngine(state.error)) engine.reset();
      void rounds.find(question, key);
      store.ask({ rounds: { ...choices, asked: true } });
    },
    stop: () => rounds.stop(),
  };
}

/** What the map, legend and table show of the rounds of the week in force. */
export function useRoundsView(reading: Reading | undefined, state: RoundsState): LensView | null {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const side = useQuestion((q) => q.act.side);
  const week = useQuestion((q) => q.rounds.week) - 1;
  const answer = state.kind === "found" ? state.answer : null;
  const found = state.kind === "searching" ? state.found : null;
  const world = state.kind === "searching" ? state.sites : null;
  // A better bound of the same plan draws nothing anew.
  const plan = found && `${found.objective} ${found.drivingMinutes}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan stands for what was found
  return useMemo(() => {
    if (!reading) return null;
    if (answer) return viewRounds(reading, answer, week, side, store.getState().question, f, t);
    if (world && found) return viewRoundsSearch(reading, roundsOfSearch(world, found), week, f, t);
    return null;
  }, [reading, answer, world, plan, week, side, store, f, t]);
}
