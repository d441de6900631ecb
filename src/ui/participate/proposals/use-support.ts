import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Voucher } from "../../../core/contributions/statement.ts";
import { useServices, useTexts } from "../../services.tsx";
import { takeUp } from "../committee/take-up.ts";
import { useAct } from "./use-act.ts";
import { explainUnverified } from "./verify-link.ts";

/** Signs a support with the voucher that comes, under the key it is for, and says what went wrong. */
export function useSupport({ space, log }: Pick<SpaceView, "space" | "log">, ballot: string, target: string) {
  const t = useTexts();
  const { contributions } = useServices();
  const act = useAct((error) => explainUnverified(error, t));
  const support = (key: string | null, ask: () => Promise<Voucher>) =>
    act.run(async () => {
      const voucher = await ask();
      if (key !== null && contributions.getState().key !== key) await takeUp(contributions, key);
      const body = { ballot, target, value: true, voucher: { ...voucher } };
      const scope = log.records.get(target)?.hdr.scope ?? "fr";
      await contributions.publish(space, { type: "support", scope, body });
    }, t.proposals.support.done);
  return { ...act, support };
}
