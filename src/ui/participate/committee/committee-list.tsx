import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { parseTerritory } from "../../../core/territory.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import { usePlaces } from "../../use-answers.ts";
import classes from "./committee.module.css";
import { CommitteeLink } from "./committee-link.tsx";
import { CreateCommittee } from "./create-committee.tsx";
import { JoinCommittee } from "./join-committee.tsx";
import { MyKey } from "./my-key.tsx";
import { phaseOf } from "./phase.ts";
import { standingOf, territoryOf, today } from "./standing.ts";

/** Committees this browser holds; how to begin one, or to join one. */
export function CommitteeList({ board }: { readonly board: Board }) {
  const { committee: words } = useTexts();
  const [isCreating, setIsCreating] = useState(false);
  const committees = board.spaces.filter(({ space }) => space.startsWith("committee:"));
  const awaited = board.awaited.filter(({ space }) => space.startsWith("committee:"));
  return (
    <div className={classes.stack}>
      <div>
        <h1 className={panel.title}>{words.title}</h1>
        <p className={panel.subtitle}>{words.subtitle}</p>
      </div>
      {!board.isSecure && <Notice text={words.insecure} />}
      {awaited.map(({ space }) => (
        <Notice key={space} text={words.awaited(space.slice("committee:".length))} />
      ))}
      {committees.length === 0 && awaited.length === 0 && !isCreating && <Notice text={words.none} />}
      {committees.length > 0 && (
        <ul className={classes.list}>
          {committees.map((view) => (
            <CommitteeRow key={view.space} view={view} boardKey={board.key} />
          ))}
        </ul>
      )}
      {isCreating ? (
        <CreateCommittee board={board} onClose={() => setIsCreating(false)} />
      ) : (
        <div className={classes.actions}>
          <Button size="xs" onClick={() => setIsCreating(true)}>
            {words.create.open}
          </Button>
        </div>
      )}
      <JoinCommittee />
      <Section title={words.key.title}>
        <MyKey board={board} />
      </Section>
    </div>
  );
}

function CommitteeRow({ view, boardKey }: { readonly view: SpaceView; readonly boardKey: string | null }) {
  const { committee: words } = useTexts();
  const day = today();
  const { roles } = standingOf(view, boardKey, day);
  const open = view.state.consultations.filter((one) => phaseOf(one, day) === "open").length;
  return (
    <li className={classes.row}>
      <span className={classes.grow}>
        <CommitteeLink space={view.space}>{view.name}</CommitteeLink>
        <br />
        <span className={classes.quiet}>
          <TerritoryName scope={territoryOf(view)} />
          {` · ${roles.size === 0 ? words.noRole : Array.from(roles, (role) => words.roles[role]).join(", ")}`}
        </span>
      </span>
      {open > 0 && <span className={classes.badge}>{words.openNow(open)}</span>}
    </li>
  );
}

/** A scope by its name; its code until names are there. */
export function TerritoryName({ scope }: { readonly scope: string }) {
  const { places } = usePlaces();
  return <>{places?.find(parseTerritory(scope))?.name ?? scope}</>;
}
