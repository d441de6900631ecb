import { createStore } from "zustand/vanilla";
import type { BroughtTimes } from "../engine/brought-times.ts";

/** What is said of the times somebody brought. */
export interface BroughtRoads {
  readonly name: string;
  readonly kind: BroughtTimes["kind"];
  /** Communes covered. */
  readonly communes: number;
  /** Times come from OpenStreetMap, which asks to be named. */
  readonly isOpenStreetMap: boolean;
}

export interface RoadsState {
  readonly brought: BroughtRoads | null;
  /** Grows whenever times are brought or taken away: part of the key of every answer that depends on them. */
  readonly version: number;
}

export type RoadsStore = ReturnType<typeof openRoadsStore>;

export function openRoadsStore() {
  const store = createStore<RoadsState>(() => ({ brought: null, version: 0 }));
  return {
    ...store,
    settle: (brought: BroughtRoads | null) => store.setState(({ version }) => ({ brought, version: version + 1 })),
  };
}
