import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { JobStatus } from "../../parts/job-status.tsx";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { ObjectiveCard } from "./objective-card.tsx";
import { ObjectiveForm } from "./objective-form.tsx";
import { whyNotConsult } from "./phase.ts";
import type { Standing } from "./standing.ts";
import { useScores } from "./use-scores.ts";

interface ObjectiveSectionProps {
  readonly view: SpaceView;
  readonly standing: Standing;
  readonly day: string;
}

/** What the committee aims at, scored again against the data of this release. */
export function ObjectiveSection({ view, standing, day }: ObjectiveSectionProps) {
  const t = useTexts();
  const [isAiming, setIsAiming] = useState(false);
  const words = t.committee.objectives;
  const { objectives, job } = useScores(view, day);
  const obstacle = whyNotConsult(standing);
  const mayAim = obstacle === null;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {objectives.length === 0 && <p className={classes.help}>{words.none}</p>}
        {objectives.length > 0 && <JobStatus job={job} />}
        {objectives.map((objective) => (
          <ObjectiveCard
            key={objective.id}
            view={view}
            objective={objective}
            scored={job.answer?.find((one) => one.objective.id === objective.id)}
            mayWrite={mayAim}
            day={day}
          />
        ))}
        {isAiming && <ObjectiveForm view={view} day={day} amended={null} onClose={() => setIsAiming(false)} />}
        {!isAiming && mayAim && (
          <div className={classes.actions}>
            <Button size="xs" variant="default" onClick={() => setIsAiming(true)}>
              {words.aim}
            </Button>
          </div>
        )}
        {obstacle !== null && (
          <p className={classes.help}>{`${words.cannot} ${t.committee.obstacles[obstacle]("")}`}</p>
        )}
      </div>
    </Section>
  );
}
