import { verifyPackQuery } from "../../app/studies.ts";
import { useStudy } from "../use-study.ts";

export type PackStudy = ReturnType<typeof usePackStudy>;

/** Starts with the page: who comes here came for this. */
export function usePackStudy() {
  return useStudy(verifyPackQuery, true);
}
