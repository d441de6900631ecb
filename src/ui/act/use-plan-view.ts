import { useMemo } from "react";
import type { PlanState } from "../../app/plans.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import type { LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { viewPlan, viewSearch } from "./plan-view.ts";

/** What the map, legend and table show of a search: the sites so far, then access with them. */
export function usePlanView(reading: Reading | undefined, state: PlanState): LensView | null {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const side = useQuestion((q) => q.act.side);
  const links = useQuestion((q) => q.act.links);
  const answer = state.kind === "found" ? state.answer : null;
  const sites = state.kind === "searching" ? state.sites : null;
  const plan = state.kind === "searching" ? (state.found?.sites.join() ?? "") : "";
  return useMemo(() => {
    if (!reading) return null;
    if (answer) return viewPlan(reading, answer, { side, links }, store.getState().question, f, t);
    if (sites && plan !== "") return viewSearch(reading, sites, plan.split(",").map(Number), f, t);
    return null;
  }, [reading, answer, sites, plan, side, links, store, f, t]);
}
