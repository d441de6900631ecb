import { useCallback } from "react";
import { usePlaces } from "../use-answers.ts";

/** Names a commune by its code; the code itself until names have come, or where no commune has it. */
export function useCommuneNames(): (code: string) => string {
  const { places } = usePlaces();
  return useCallback(
    (code) => {
      const unit = places?.unitOf(code);
      return (unit === undefined ? undefined : places?.file.names[unit]) ?? code;
    },
    [places],
  );
}
