import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { Grant } from "../../../core/contributions/authority.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { EnrolForm } from "./enrol-form.tsx";
import { findIssuer } from "./issuer.ts";
import { groupMembers } from "./members.ts";
import { RevokeForm } from "./revoke-form.tsx";
import { shortKey, tenureOf } from "./standing.ts";

interface MembersSectionProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly day: string;
}

/** Who sits, by college, until when; how one enters, and leaves. */
export function MembersSection({ view, board, day }: MembersSectionProps) {
  const t = useTexts();
  const [isEnrolling, setIsEnrolling] = useState(false);
  const words = t.committee.members;
  const groups = groupMembers(view.state, day);
  const stewards = view.state.grants.filter((one) => one.role === "steward" && tenureOf(one, day) === "current");
  const mayGrant = findIssuer(view, board, "member", day) !== null;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {new Set(stewards.map(({ subject }) => subject)).size < 2 && (
          <p className={classes.help}>{words.twoStewards}</p>
        )}
        {groups.map(({ name, grants }) => (
          <div key={name}>
            <h3 className={classes.subhead}>{name === "others" ? words.others : t.committee.colleges[name]}</h3>
            {grants.length === 0 && <p className={classes.help}>{words.nobody}</p>}
            <ul className={classes.list}>
              {grants.map((grant) => (
                <Member key={grant.id} grant={grant} view={view} board={board} day={day} />
              ))}
            </ul>
          </div>
        ))}
        {isEnrolling && <EnrolForm view={view} board={board} day={day} onClose={() => setIsEnrolling(false)} />}
        {!isEnrolling && mayGrant && (
          <div className={classes.actions}>
            <Button size="xs" onClick={() => setIsEnrolling(true)}>
              {words.enrol}
            </Button>
          </div>
        )}
        {!mayGrant && <p className={classes.help}>{words.cannot}</p>}
      </div>
    </Section>
  );
}

function Member({ grant, view, board, day }: { readonly grant: Grant } & MembersSectionProps) {
  const t = useTexts();
  const f = useFormats();
  const [isEnding, setIsEnding] = useState(false);
  const words = t.committee.members;
  const tenure = tenureOf(grant, day);
  const own = board.identities.find(({ key }) => key === grant.subject);
  const issuer = findIssuer(view, board, grant.role, day);
  const mayEnd = tenure !== "ended" && tenure !== "expired" && (grant.subject === board.key || issuer !== null);
  return (
    <li className={classes.row} data-member={grant.subject}>
      <span className={classes.grow}>
        <strong>{grant.organisation ?? words.noOrganisation}</strong>
        {own && ` · ${words.yours(own.label)}`}
        <br />
        <span className={classes.quiet}>
          {`${t.committee.roles[grant.role]} · ${words.key(shortKey(grant.subject))} · ${words.until(f.date(grant.notAfter))}`}
        </span>
      </span>
      {tenure !== "current" && (
        <span className={classes.badge} data-tone="grey">
          {words.tenures[tenure]}
        </span>
      )}
      {mayEnd && !isEnding && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.endOf(shortKey(grant.subject))}
          onClick={() => setIsEnding(true)}
        >
          {words.end}
        </Button>
      )}
      {isEnding && (
        <RevokeForm
          grant={grant}
          view={view}
          issuer={grant.subject === board.key ? board.key : issuer}
          onClose={() => setIsEnding(false)}
        />
      )}
    </li>
  );
}
