import { type ReactNode, useId } from "react";
import type { MethodTopic } from "../services.tsx";
import { InfoButton } from "./info-button.tsx";
import classes from "./section.module.css";

interface SectionProps {
  readonly title: string;
  readonly topic?: MethodTopic;
  readonly children: ReactNode;
}

/** A part of the panel under a small title, with its method one click away. */
export function Section({ title, topic, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {topic && <InfoButton topic={topic} />}
      </div>
      {children}
    </section>
  );
}
