import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { Section } from "../../parts/section.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import panel from "../../understand/access-panel.module.css";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { AuditSection } from "./audit-section.tsx";
import { ConfirmBox } from "./confirm-box.tsx";
import { ExchangeSection } from "./exchange-section.tsx";
import { writeInvitation } from "./invitation.ts";
import { RecordList } from "./record-list.tsx";
import { RolesSection } from "./roles-section.tsx";

interface SpacePageProps {
  readonly view: SpaceView;
  readonly board: Board;
}

/** One register: how it is exchanged, who may do what, every record, and the proof of it all. */
export function SpacePage({ view, board }: SpacePageProps) {
  const { records: words } = useTexts();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const leave = () => store.ask({ participate: { ...participate, space: null, record: null } });
  return (
    <div className={classes.stack} data-space-page={view.space}>
      <div>
        <Button size="compact-sm" variant="subtle" onClick={leave}>
          {words.back}
        </Button>
      </div>
      <div>
        <h1 className={panel.title}>{view.name}</h1>
        <p className={classes.quiet}>{view.space}</p>
      </div>
      <ExchangeSection view={view} />
      <RecordList view={view} board={board} />
      <RolesSection view={view} board={board} />
      <AuditSection view={view} />
      <Section title={words.spaces.invite}>
        <Disclosure title={words.spaces.invite}>
          <InviteBox view={view} />
        </Disclosure>
        <LeaveBox view={view} onLeft={leave} />
      </Section>
    </div>
  );
}

function InviteBox({ view }: { readonly view: SpaceView }) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const words = records.spaces;
  const { space } = view;
  const link = useMemo(() => {
    const page = `${window.location.origin}${window.location.pathname}`;
    return writeInvitation(contributions.invitationOf(space), page);
  }, [contributions, space]);
  const copy = () =>
    deed.run(async () => {
      await navigator.clipboard.writeText(link);
      toast({ title: words.linkCopied });
    });
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{words.inviteHelp}</p>
      <div className={classes.key}>
        <QrFigure text={link} label={words.inviteQr(view.name)} />
        <code className={classes.code}>{link}</code>
      </div>
      {window.isSecureContext && (
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => void copy()}>
            {words.copyLink}
          </Button>
        </div>
      )}
      <DeedProblem problem={deed.problem} />
    </div>
  );
}

function LeaveBox({ view, onLeft }: { readonly view: SpaceView; onLeft(): void }) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [isAsked, setIsAsked] = useState(false);
  const words = records.spaces;
  const leave = async () => {
    if (!(await deed.run(() => contributions.leaveSpace(view.space)))) return;
    toast({ title: words.left });
    onLeft();
  };
  if (isAsked) {
    return (
      <>
        <ConfirmBox
          text={words.leaveConfirm}
          action={words.leaveSubmit}
          isBusy={deed.isBusy}
          onYes={() => void leave()}
          onNo={() => setIsAsked(false)}
        />
        <DeedProblem problem={deed.problem} />
      </>
    );
  }
  return (
    <div className={classes.actions}>
      <Button size="xs" variant="default" onClick={() => setIsAsked(true)}>
        {words.leave}
      </Button>
    </div>
  );
}
