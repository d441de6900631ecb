import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import classes from "./committee.module.css";
import { CommitteeLink } from "./committee-link.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { MinutesBox } from "./minutes-box.tsx";
import { Notes } from "./notes.tsx";
import { scenarioOfOption } from "./option-scenario.ts";
import { OptionScenario } from "./option-scenario-box.tsx";
import { phaseOf, whyNotDecide, whyNotTakePosition } from "./phase.ts";
import { PositionForm } from "./position-form.tsx";
import { countLate, listPositions } from "./positions.ts";
import { bodyOf, isShown, type Standing } from "./standing.ts";
import { Statements } from "./statements.tsx";
import { TallyTable } from "./tally-table.tsx";
import { Workshop } from "./workshop.tsx";

interface ConsultationPageProps {
  readonly view: SpaceView;
  readonly about: Consultation;
  readonly standing: Standing;
  readonly day: string;
}

/** One consultation: what is asked, positions by college, what was decided; and why something cannot be done now. */
export function ConsultationPage({ view, about, standing, day }: ConsultationPageProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const [isWorkshop, setIsWorkshop] = useState(false);
  const words = t.committee.consultation;
  const body = bodyOf(view, about.id, "consultation");
  if (body === null || !isShown(view, about.id)) return <Notice text={t.committee.consultations.erased} />;
  const phase = phaseOf(about, day);
  const decisions = view.state.decisions.filter(({ consultation }) => consultation === about.id);
  const positions = listPositions(view, about.id);
  const whyNoPosition = whyNotTakePosition(standing, about, day);
  const whyNoDecision = whyNotDecide(standing, about, day, decisions.length > 0);
  const explain = (obstacle: keyof typeof t.committee.obstacles) => {
    const date = obstacle === "coming" ? about.opens : about.closes;
    return t.committee.obstacles[obstacle](f.date(date));
  };
  const late = countLate(view, about.id);
  return (
    <div className={classes.stack}>
      <CommitteeLink space={view.space} className={classes.back}>
        {words.back(view.name)}
      </CommitteeLink>
      <div>
        <h1 className={panel.title}>{body.question}</h1>
        <p className={panel.subtitle}>
          {`${t.committee.consultations.phases[phase]} · ${t.committee.consultations.period(f.date(about.opens), f.date(about.closes))}`}
        </p>
      </div>
      {body.text && <p className={classes.text}>{body.text}</p>}
      <p className={classes.text} data-voters={about.voters}>
        {words.quorum(about.voters, body.quorum)}
      </p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={() => setIsWorkshop(true)}>
          {t.committee.workshop.open}
        </Button>
      </div>
      {isWorkshop && (
        <Workshop
          view={view}
          about={about}
          standing={standing}
          day={day}
          onGo={(record) => store.ask({ participate: { ...participate, record } })}
          onClose={() => setIsWorkshop(false)}
        />
      )}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} view={view} decision={decision} options={body.options} />
      ))}
      <Section title={words.options(body.options.length)}>
        <ol className={classes.list}>
          {body.options.map((option) => {
            const record = scenarioOfOption(view, about.id, option);
            return (
              <li key={option} className={classes.row}>
                <span className={classes.grow}>{option}</span>
                {record && <OptionScenario record={record} />}
              </li>
            );
          })}
        </ol>
      </Section>
      <Section title={words.yours}>
        {whyNoPosition === null ? (
          <PositionForm
            key={about.id}
            view={view}
            about={about}
            options={body.options}
            mine={standing.key}
            positions={positions}
          />
        ) : (
          <p
            className={classes.text}
            data-obstacle={whyNoPosition}
          >{`${words.noPosition} ${explain(whyNoPosition)}`}</p>
        )}
      </Section>
      <Section title={words.results}>
        <div className={classes.stack}>
          <p className={classes.help}>{words.neverAdded}</p>
          {body.options.map((option, k) => (
            <TallyTable key={option} caption={option} tally={about.tally.filter((one) => one.option === k)} />
          ))}
          {late > 0 && <p className={classes.help}>{words.late(late)}</p>}
          <Statements positions={positions} options={body.options} />
          <Notes view={view} about={about.id} />
        </div>
      </Section>
      <Section title={words.decision}>
        {whyNoDecision === null ? (
          <DecisionForm key={about.id} view={view} about={about} options={body.options} />
        ) : (
          <p
            className={classes.text}
            data-obstacle={whyNoDecision}
          >{`${words.noDecision} ${explain(whyNoDecision)}`}</p>
        )}
      </Section>
      <Section title={t.committee.minutes.heading}>
        <MinutesBox view={view} consultation={about.id} />
      </Section>
    </div>
  );
}
