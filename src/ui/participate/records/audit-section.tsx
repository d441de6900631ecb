import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Alarm } from "../../../core/contributions/check-checkpoints.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { explainCode } from "./explain-exchange.ts";

type Outcome = Awaited<ReturnType<ReturnType<typeof useServices>["contributions"]["audit"]>>;

/** The fingerprint two people compare, and every signature verified again on demand. */
export function AuditSection({ view }: { readonly view: SpaceView }) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const deed = useDeed();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const words = t.records.audit;
  const run = () =>
    deed.run(async () => {
      setOutcome(null);
      setOutcome(await contributions.audit(view.space));
    });
  const isExact = outcome !== null && outcome.wrong.length === 0 && outcome.alarms.length === 0;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.help}</p>
        <dl className={classes.list}>
          <div className={classes.row}>
            <dt>{`${words.hash} ${words.asOf(f.date(view.state.asOf))}`}</dt>
            <dd>
              <code className={classes.code} data-hash>
                {view.hash}
              </code>
            </dd>
          </div>
          <div className={classes.row}>
            <dt>{words.genesis}</dt>
            <dd>
              <code className={classes.code}>{view.genesis}</code>
            </dd>
          </div>
        </dl>
        <Alarms alarms={outcome?.alarms ?? view.alarms} />
        <div className={classes.actions}>
          <Button size="xs" variant="default" loading={deed.isBusy} onClick={() => void run()}>
            {words.run}
          </Button>
        </div>
        <div role="status">
          {isExact && (
            <p className={classes.text} data-audit="exact">
              {words.done(outcome.records, outcome.receipts, outcome.checkpoints)}
            </p>
          )}
          {outcome !== null && outcome.wrong.length > 0 && (
            <>
              <p className={classes.fault}>{words.wrong(outcome.wrong.length)}</p>
              <ul className={classes.list}>
                {outcome.wrong.slice(0, 20).map(({ id, code, where }) => (
                  <li key={id} className={classes.row}>
                    {`${id?.slice(0, 12)} : ${explainCode(code, where, t)}`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <DeedProblem problem={deed.problem} />
      </div>
    </Section>
  );
}

function Alarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { records } = useTexts();
  if (alarms.length === 0) return null;
  return (
    <ul className={classes.list} role="alert">
      {alarms.map(({ kind, size }) => (
        <li key={`${kind} ${size}`} className={classes.fault}>
          {records.audit.alarms[kind](size)}
        </li>
      ))}
    </ul>
  );
}
