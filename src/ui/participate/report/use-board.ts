import { useStore } from "zustand";
import type { Board } from "../../../app/contributions/board.ts";
import { useServices } from "../../services.tsx";

/** What this browser holds of contributions, as it now stands. */
export function useBoard(): Board {
  return useStore(useServices().contributions);
}
