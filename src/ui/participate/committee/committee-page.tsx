import { useStore } from "zustand";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import type { Reading } from "../../understand/reading.ts";
import { AttestationSection } from "../attestation/attestation-section.tsx";
import { AgendaSection } from "./agenda-section.tsx";
import { CommitmentSection } from "./commitment-section.tsx";
import classes from "./committee.module.css";
import { CommitteeLink } from "./committee-link.tsx";
import { TerritoryName } from "./committee-list.tsx";
import { ConsultationPage } from "./consultation-page.tsx";
import { ConsultationSection } from "./consultation-section.tsx";
import { ExchangeBox } from "./exchange-box.tsx";
import { Invite } from "./invite.tsx";
import { MembersSection } from "./members-section.tsx";
import { MinutesBox } from "./minutes-box.tsx";
import { MyKey } from "./my-key.tsx";
import { ObjectiveSection } from "./objective-section.tsx";
import { standingOf, territoryOf, today } from "./standing.ts";

interface CommitteePageProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly reading: Reading | undefined;
}

/** One committee: what it asks, what it aims at, who sits in it; or the consultation the address names. */
export function CommitteePage({ view, board, reading }: CommitteePageProps) {
  const t = useTexts();
  const f = useFormats();
  const record = useQuestion((q) => q.participate.record);
  const words = t.committee;
  const day = today();
  const standing = standingOf(view, board.key, day);
  const consultation = view.state.consultations.find(({ id }) => id === record);
  if (consultation) {
    return <ConsultationPage view={view} about={consultation} standing={standing} day={day} />;
  }
  const roles = standing.grants.map(({ role, college, notAfter }) =>
    words.roleUntil(college === null ? words.roles[role] : words.memberOf(words.colleges[college]), f.date(notAfter)),
  );
  return (
    <div className={classes.stack}>
      <CommitteeLink space={null} className={classes.back}>
        {words.all}
      </CommitteeLink>
      <div>
        <h1 className={panel.title}>{view.name}</h1>
        <p className={panel.subtitle}>
          <TerritoryName scope={territoryOf(view)} />
        </p>
      </div>
      <p className={classes.text}>
        {roles.length > 0 ? words.you(f.list(roles)) : standing.isRoot ? words.youFounded : words.youNot}
      </p>
      <Keeping />
      <ConsultationSection view={view} standing={standing} day={day} reading={reading} />
      <AgendaSection view={view} day={day} />
      <ObjectiveSection view={view} standing={standing} day={day} />
      <CommitmentSection view={view} standing={standing} day={day} />
      <MembersSection view={view} board={board} day={day} />
      <Section title={words.minutes.heading}>
        <MinutesBox view={view} consultation={null} />
      </Section>
      <AttestationSection view={view} standing={standing} day={day} />
      <Section title={words.files.title}>
        <ExchangeBox view={view} />
      </Section>
      <Section title={words.invite.title}>
        <Invite view={view} />
      </Section>
      <Section title={words.key.title}>
        <MyKey board={board} />
      </Section>
    </div>
  );
}

/** Where the browser may erase what is kept, it is said. */
function Keeping() {
  const { committee: words } = useTexts();
  const keeping = useStore(useServices().contributions, (board) => board.keeping);
  return keeping === "persistent" ? null : <Notice text={words.keeping[keeping]} />;
}
