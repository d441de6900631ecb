import { DELAYS, DISTANCES, REPORT_KINDS } from "../../../core/contributions/record-types.ts";
import { PROFESSIONS } from "../../../core/professions.ts";
import { useTexts } from "../../services.tsx";
import classes from "./print-sheet.module.css";
import { PrintSheet } from "./print-sheet.tsx";

/** The same questions on one page, to fill in by hand. */
export function PaperForm({ onDone }: { onDone(): void }) {
  const t = useTexts();
  const { paper: words, kinds, how } = t.report;
  return (
    <PrintSheet onDone={onDone}>
      <h1>{words.title}</h1>
      <p>
        {words.intro} {words.tick}
      </p>
      <h2>{words.what}</h2>
      <Boxes names={REPORT_KINDS.map((kind) => kinds[kind])} />
      <div className={classes.columns}>
        <div>
          <h2>{words.where}</h2>
          <p className={classes.line} />
          <p className={classes.small}>{words.whereHelp}</p>
        </div>
        <div>
          <h2>{words.when}</h2>
          <p className={classes.line} />
        </div>
      </div>
      <h2>{words.who}</h2>
      <Boxes names={PROFESSIONS.map((profession) => t.professions.names[profession])} />
      <h2>{words.delay}</h2>
      <Boxes names={DELAYS.map((delay) => how.delays[delay])} />
      <h2>{words.distance}</h2>
      <Boxes names={DISTANCES.map((distance) => how.distances[distance])} />
      <h2>{words.text}</h2>
      <p className={classes.line} />
      <p className={classes.line} />
      <p className={classes.line} />
      <p className={classes.consent}>
        <span className={classes.box} />
        {words.consent}
      </p>
      <p className={classes.small}>{words.use}</p>
      <div className={classes.foot}>
        <div>
          <p className={classes.small}>{words.returned}</p>
          <p className={classes.line} />
        </div>
        <div>
          <p className={classes.small}>{words.number}</p>
          <p className={classes.line} />
        </div>
      </div>
    </PrintSheet>
  );
}

function Boxes({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={classes.boxes}>
      {names.map((name) => (
        <li key={name}>
          <span className={classes.box} />
          {name}
        </li>
      ))}
    </ul>
  );
}
