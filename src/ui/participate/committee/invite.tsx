import { Button } from "@mantine/core";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { invitationLink } from "./invitation-link.ts";
import { shortKey } from "./standing.ts";
import { useDeed } from "./use-deed.ts";

/** What one hands to somebody who should join: a link, a QR code, and the file of the register. */
export function Invite({ view }: { readonly view: SpaceView }) {
  const { committee } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const words = committee.invite;
  const page = `${window.location.origin}${window.location.pathname}`;
  const link = invitationLink(contributions.invitationOf(view.space), page);
  const copy = () =>
    deed.run(async () => {
      await navigator.clipboard.writeText(link);
      toast({ title: words.copied });
    });
  return (
    <div className={classes.key}>
      <QrFigure text={link} label={words.qr(view.name)} />
      <div className={classes.stack}>
        <p className={classes.text}>{view.relay === null ? words.byFiles : words.byRelay}</p>
        <p className={classes.help}>{words.check(shortKey(view.genesis))}</p>
        <code className={classes.code} data-invitation>
          {link}
        </code>
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => void copy()}>
            {words.copy}
          </Button>
        </div>
        <DeedProblem problem={deed.problem} />
      </div>
    </div>
  );
}
