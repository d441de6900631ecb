import { useEffect, useState } from "react";
import type { Invitation } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { readInvitation } from "./invitation-link.ts";
import { shortKey } from "./standing.ts";
import { TakeFile } from "./take-file.tsx";
import { useDeed } from "./use-deed.ts";

/** Joins a committee by an invitation, opened or pasted, or by its file. */
export function JoinCommittee() {
  const { committee } = useTexts();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const [text, setText] = useState(() => window.location.hash);
  const words = committee.join;
  const invitation = readInvitation(text);
  // A link opened in the tab where the page already is loads nothing.
  useEffect(() => {
    const hear = () => {
      if (readInvitation(window.location.hash)) setText(window.location.hash);
    };
    window.addEventListener("hashchange", hear);
    return () => window.removeEventListener("hashchange", hear);
  }, []);
  const show = (space: string) => {
    if (readInvitation(window.location.hash)) {
      window.history.replaceState(null, "", `${window.location.pathname}${window.location.search}`);
    }
    store.ask({ participate: { ...participate, space, record: null } }, "push");
  };
  const isWrong = text.trim() !== "" && invitation === null && !text.startsWith("#");
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.help}</p>
        <TakeFile onTaken={show} />
        <TextField
          label={words.link}
          value={text.startsWith("#") && invitation === null ? "" : text}
          fault={isWrong ? words.notOne : undefined}
          onChange={setText}
        />
        {invitation && (
          <Join invitation={invitation} onJoined={() => show(invitation.space)} onNo={() => setText("")} />
        )}
      </div>
    </Section>
  );
}

interface JoinProps {
  readonly invitation: Invitation;
  onJoined(): void;
  onNo(): void;
}

/** What trusting means is said before one does. */
function Join({ invitation, onJoined, onNo }: JoinProps) {
  const { committee } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const words = committee.join;
  const { space, genesis, relay } = invitation;
  const accept = async () => {
    if (!(await deed.run(() => contributions.joinSpace(invitation)))) return;
    if (contributions.getState().spaces.some((view) => view.space === space)) onJoined();
    else onNo();
  };
  return (
    <section aria-label={words.invited}>
      <Notice
        text={`${words.trust(space, shortKey(genesis))} ${relay === null ? words.byFiles : words.byRelay(relay)}`}
        actions={[
          { label: words.accept, onClick: () => void accept() },
          { label: committee.cancel, onClick: onNo },
        ]}
      />
      <DeedProblem problem={deed.problem} />
    </section>
  );
}
