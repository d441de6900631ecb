import { useState } from "react";
import { RefusalError } from "../../../core/contributions/refusal.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { explainFailure } from "../../parts/failure-notice.tsx";
import { useTexts } from "../../services.tsx";
import { explainExchange } from "../records/explain-exchange.ts";

/** Something that takes a moment and can fail: signing, reading a file. */
export interface Deed {
  readonly isBusy: boolean;
  /** What went wrong, in words; empty: nothing. */
  readonly problem: string;
  /** Whether it succeeded. A second one waits for nobody: it is not begun. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

export function useDeed(): Deed {
  const t = useTexts();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState("");
  return {
    isBusy,
    problem,
    async run(act) {
      if (isBusy) return false;
      setIsBusy(true);
      setProblem("");
      try {
        await act();
        return true;
      } catch (error) {
        setProblem(explainDeed(error, t));
        return false;
      } finally {
        setIsBusy(false);
      }
    },
  };
}

/** The refusal of a record, or any other failure, in the reader's language. */
export function explainDeed(error: unknown, t: Texts): string {
  if (error instanceof RefusalError) return explainRefusal(error.code, error.where, t);
  const exchange = explainExchange(error, t);
  if (exchange !== null) return exchange;
  return explainFailure(error, t);
}

/** A code of the protocol in words; itself where this version does not know it. */
export function explainRefusal(code: string, where: string, t: Texts): string {
  const { refusals } = t.committee;
  return Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals](where) : code;
}
