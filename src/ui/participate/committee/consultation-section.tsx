import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import type { Reading } from "../../understand/reading.ts";
import classes from "./committee.module.css";
import { CommitteeLink } from "./committee-link.tsx";
import { ConsultationForm } from "./consultation-form.tsx";
import { phaseOf, whyNotConsult } from "./phase.ts";
import { listPositions } from "./positions.ts";
import { bodyOf, type Standing } from "./standing.ts";

interface ConsultationSectionProps {
  readonly view: SpaceView;
  readonly standing: Standing;
  readonly day: string;
  readonly reading: Reading | undefined;
}

/** What the committee is asked, the latest first, and how to ask it something. */
export function ConsultationSection({ view, standing, day }: ConsultationSectionProps) {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const words = t.committee.consultations;
  const obstacle = whyNotConsult(standing);
  const all = view.state.consultations.toReversed();
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {all.length === 0 && <p className={classes.help}>{words.none}</p>}
        <ul className={classes.list}>
          {all.map((about) => (
            <ConsultationRow key={about.id} about={about} view={view} standing={standing} day={day} />
          ))}
        </ul>
        {isAsking && <ConsultationForm view={view} day={day} onClose={() => setIsAsking(false)} />}
        {!isAsking && obstacle === null && (
          <div className={classes.actions}>
            <Button size="xs" onClick={() => setIsAsking(true)}>
              {words.ask}
            </Button>
          </div>
        )}
        {obstacle !== null && (
          <p className={classes.help}>{`${words.cannotAsk} ${t.committee.obstacles[obstacle]("")}`}</p>
        )}
      </div>
    </Section>
  );
}

type RowProps = Omit<ConsultationSectionProps, "reading"> & { readonly about: Consultation };

function ConsultationRow({ about, view, standing, day }: RowProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.committee.consultations;
  const phase = phaseOf(about, day);
  const isDecided = view.state.decisions.some(({ consultation }) => consultation === about.id);
  const isMine = listPositions(view, about.id).some(({ author }) => author === standing.key);
  const isAwaited = phase === "open" && standing.roles.has("member") && !isMine;
  return (
    <li className={classes.row}>
      <span className={classes.grow}>
        <CommitteeLink space={view.space} record={about.id}>
          {bodyOf(view, about.id, "consultation")?.question ?? words.erased}
        </CommitteeLink>
        <br />
        <span className={classes.quiet}>{words.period(f.date(about.opens), f.date(about.closes))}</span>
      </span>
      {isAwaited && (
        <span className={classes.badge} data-tone="sand">
          {words.awaited}
        </span>
      )}
      <span className={classes.badge} data-tone={phase === "open" || isDecided ? undefined : "grey"}>
        {isDecided ? words.decided : words.phases[phase]}
      </span>
    </li>
  );
}
