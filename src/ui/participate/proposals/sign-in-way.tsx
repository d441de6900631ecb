import { Button } from "@mantine/core";
import { useServices, useTexts } from "../../services.tsx";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { useAct } from "./use-act.ts";
import { explainUnverified } from "./verify-link.ts";
import type { WayProps } from "./way-props.ts";

/** An identity provider, which one leaves the page for. */
export function SignInWay({ view, proposal, ballot, name }: WayProps & { readonly name: string }) {
  const t = useTexts();
  const words = t.verification;
  const { contributions } = useServices();
  const act = useAct((error) => explainUnverified(error, t));
  const leave = () =>
    act.run(async () => {
      const wish = { space: view.space, ballot, target: proposal.id };
      window.location.assign(await contributions.verification.beginSignIn(wish));
    });
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{words.what.signIn(name)}</p>
      <p className={classes.help}>{words.what.signInKept(name)}</p>
      <div className={classes.actions}>
        <Button size="xs" loading={act.isBusy} onClick={() => void leave()}>
          {words.leave(name)}
        </Button>
      </div>
      <Fault text={act.problem} />
    </div>
  );
}
