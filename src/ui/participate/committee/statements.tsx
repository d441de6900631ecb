import { useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import type { Position } from "./positions.ts";

interface StatementsProps {
  readonly positions: readonly Position[];
  readonly options: readonly string[];
}

/** What members wrote beside their positions, in plain text, whoever is in the minority included. */
export function Statements({ positions, options }: StatementsProps) {
  const { committee } = useTexts();
  const said = positions.filter(({ statement, isWaiting }) => statement !== null && !isWaiting);
  if (said.length === 0) return null;
  return (
    <div className={classes.stack}>
      <h3 className={classes.subhead}>{committee.consultation.statements}</h3>
      {said.map(({ id, option, stance, college, statement }) => (
        <figure key={id} className={classes.stack}>
          <blockquote className={classes.quote}>{statement}</blockquote>
          <figcaption className={classes.quiet}>
            {`${college === null ? "" : `${committee.colleges[college]} · `}${committee.stances[stance]} · ${options[option] ?? ""}`}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
