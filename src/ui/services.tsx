import { createContext, type RefObject, use } from "react";
import { useStore } from "zustand";
import type { Contributions } from "../app/contributions/board.ts";
import type { LazyEngine } from "../app/lazy-engine.ts";
import type { PlanStore } from "../app/plans.ts";
import type { Question } from "../app/question.ts";
import type { RoadsStore } from "../app/roads.ts";
import type { RoundsPlanStore } from "../app/rounds.ts";
import type { ScenarioStore } from "../app/scenarios.ts";
import type { QuestionStore } from "../app/store.ts";
import { en } from "../i18n/en.ts";
import { type Formats, getFormats } from "../i18n/format.ts";
import { fr, type Texts } from "../i18n/fr.ts";
import type { Locale } from "../i18n/locale.ts";
import type { AccessMap } from "../map/access-map.ts";
import type { HoverBus } from "./hover-bus.ts";

/** Parts of « Sources et méthode » an info button can open at. */
export type MethodTopic = keyof Texts["method"]["topics"];

/** What every component may reach: made once, before React starts. */
export interface Services {
  readonly store: QuestionStore;
  readonly engine: LazyEngine;
  /** Roads or times somebody brought in place of estimates. */
  readonly roads: RoadsStore;
  /** The search of room « Agir »: it goes on while another room is open. */
  readonly plans: PlanStore;
  readonly rounds: RoundsPlanStore;
  /** The scenarios of this browser. */
  readonly scenarios: ScenarioStore;
  /** Signed records, reports and keys of this browser; nothing is read before `open`. */
  readonly contributions: Contributions;
  readonly hover: HoverBus;
  /** The live map, for commands that are not state: zoom, fit, reading the camera to share it. */
  readonly map: RefObject<AccessMap | null>;
  readonly loadMap: () => Promise<typeof import("../map/access-map.ts")>;
}

const ServicesContext = createContext<Services | null>(null);
const MethodContext = createContext<(topic: MethodTopic) => void>(() => undefined);

export const ServicesProvider = ServicesContext.Provider;
export const MethodProvider = MethodContext.Provider;

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error("no services above this component");
  return services;
}

export function useQuestion<T>(pick: (question: Question) => T): T {
  return useStore(useServices().store, (state) => pick(state.question));
}

/** Opens the drawer « Sources et méthode » at a topic. */
export function useOpenMethod(): (topic: MethodTopic) => void {
  return use(MethodContext);
}

export function browserLocale(languages: readonly string[] = navigator.languages): Locale {
  return languages.some((tag) => tag.startsWith("fr")) || languages.length === 0 ? "fr" : "en";
}

export function useLocale(): Locale {
  return useQuestion((question) => question.locale) ?? browserLocale();
}

export function useTexts(): Texts {
  return useLocale() === "fr" ? fr : en;
}

export function useFormats(): Formats {
  return getFormats(useLocale());
}
