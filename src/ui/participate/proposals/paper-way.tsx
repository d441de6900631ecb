import { useServices, useTexts } from "../../services.tsx";
import classes from "../report/forms.module.css";
import { CodeForm } from "./code-form.tsx";
import type { WayProps } from "./way-props.ts";

/** A code handed out on paper. */
export function PaperWay({ view, proposal, ballot }: WayProps) {
  const { verification, proposals } = useTexts();
  const { contributions } = useServices();
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{`${verification.what.code} ${verification.what.codeKept}`}</p>
      <CodeForm
        view={view}
        ballot={ballot}
        target={proposal.id}
        label={proposals.support.codeLabel}
        help={proposals.support.codeHelp}
        isMain
        ask={(code) => contributions.askVoucher(view.space, ballot, code)}
      />
    </div>
  );
}
