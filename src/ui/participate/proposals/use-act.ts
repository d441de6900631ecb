import { useRef, useState } from "react";
import { useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import { explainRefusal } from "../report/report-words.ts";

/** Something signed or sent: it takes a moment and can be refused. */
export interface ActOn {
  readonly isBusy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
  /** Whether it was done; said aloud when it was. Nothing is begun while another is under way. */
  run(act: () => Promise<unknown>, done?: string): Promise<boolean>;
}

/** `explain`: what is said of a failure, unless it is what every refusal says. */
export function useAct(explain?: (error: unknown) => string): ActOn {
  const t = useTexts();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const running = useRef(false);
  return {
    isBusy,
    problem,
    async run(act, done) {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        await act();
        if (done !== undefined) toast({ title: done });
        return true;
      } catch (error) {
        setProblem(explain?.(error) ?? explainRefusal(error, t));
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
