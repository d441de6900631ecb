import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { MethodTopic } from "../services.tsx";
import classes from "./disclosure.module.css";
import { InfoButton } from "./info-button.tsx";

interface DisclosureProps {
  readonly title: string;
  readonly topic?: MethodTopic;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A title that opens and closes what it says. */
export function Disclosure({ title, topic, isOpen = false, children }: DisclosureProps) {
  return (
    <div className={classes.frame}>
      <details className={classes.details} open={isOpen}>
        <summary className={classes.summary}>
          <IconChevronRight className={classes.chevron} size={16} aria-hidden />
          <span>{title}</span>
        </summary>
        <div className={classes.body}>{children}</div>
      </details>
      {topic && <InfoButton topic={topic} />}
    </div>
  );
}
