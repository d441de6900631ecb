import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { Grant } from "../../../core/contributions/authority.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { TerritoryName } from "../committee/committee-list.tsx";
import { findIssuer } from "../committee/issuer.ts";
import { RevokeForm } from "../committee/revoke-form.tsx";
import { shortKey, tenureOf, today } from "../committee/standing.ts";
import { GrantForm } from "./grant-form.tsx";

interface RolesSectionProps {
  readonly view: SpaceView;
  readonly board: Board;
}

/** Who has which role, where and until when; roles given and taken back. */
export function RolesSection({ view, board }: RolesSectionProps) {
  const { records } = useTexts();
  const [isGranting, setIsGranting] = useState(false);
  const words = records.roles;
  const day = today();
  const { grants, roots } = view.state;
  const rank = (grant: Grant) => ["current", "coming", "expired", "ended"].indexOf(tenureOf(grant, day));
  const sorted = grants.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at);
  const mayGrant = findIssuer(view, board, "citizen", day) !== null;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.roots(roots.length)}</p>
        {grants.length === 0 && <p className={classes.text}>{words.nobody}</p>}
        <ul className={classes.list}>
          {sorted.map((grant) => (
            <GrantRow key={grant.id} grant={grant} view={view} board={board} day={day} />
          ))}
        </ul>
        {isGranting && <GrantForm view={view} board={board} day={day} onClose={() => setIsGranting(false)} />}
        {!isGranting && mayGrant && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => setIsGranting(true)}>
              {words.grant}
            </Button>
          </div>
        )}
        {!mayGrant && <p className={classes.help}>{words.cannot}</p>}
      </div>
    </Section>
  );
}

function GrantRow({ grant, view, board, day }: RolesSectionProps & { readonly grant: Grant; readonly day: string }) {
  const t = useTexts();
  const f = useFormats();
  const [isEnding, setIsEnding] = useState(false);
  const words = t.records.roles;
  const tenure = tenureOf(grant, day);
  const own = board.identities.find(({ key }) => key === grant.subject);
  const issuer = grant.subject === board.key ? board.key : findIssuer(view, board, grant.role, day);
  const college = grant.college === null ? "" : ` (${t.committee.colleges[grant.college]})`;
  return (
    <li className={classes.row} data-grant={grant.id}>
      <span className={classes.grow}>
        <strong>{`${words.names[grant.role]}${college}`}</strong>
        {grant.organisation !== null && ` · ${grant.organisation}`}
        <br />
        <span className={classes.quiet}>
          {own ? words.yours(own.label) : shortKey(grant.subject)}
          {" · "}
          <TerritoryName scope={grant.scope} />
          {` · ${words.until(f.date(grant.notAfter))}`}
        </span>
      </span>
      {tenure !== "current" && (
        <span className={classes.badge} data-tone="grey">
          {t.committee.members.tenures[tenure]}
        </span>
      )}
      {issuer !== null && (tenure === "current" || tenure === "coming") && !isEnding && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.revokeOf(shortKey(grant.subject))}
          onClick={() => setIsEnding(true)}
        >
          {words.revoke}
        </Button>
      )}
      {isEnding && <RevokeForm grant={grant} view={view} issuer={issuer} onClose={() => setIsEnding(false)} />}
    </li>
  );
}
