import type { ReactNode } from "react";
import { formatQuestion } from "../../../app/question.ts";
import { useQuestion, useServices } from "../../services.tsx";
import classes from "./committee.module.css";

interface CommitteeLinkProps {
  readonly space: string | null;
  readonly record?: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a committee, or to one of its records: it can be sent or opened beside this one. */
export function CommitteeLink({ space, record = null, className, children }: CommitteeLinkProps) {
  const { store } = useServices();
  const question = useQuestion((q) => q);
  const participate = { ...question.participate, part: "committee" as const, space, record };
  return (
    <a
      className={className ?? classes.link}
      href={formatQuestion({ ...question, participate }) || "?"}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        store.ask({ participate }, "push");
      }}
    >
      {children}
    </a>
  );
}
