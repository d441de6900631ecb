import { Button, Progress } from "@mantine/core";
import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import type { PackCheck, PackFinding } from "../../app/studies.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { ComparedFigures } from "./compared-figures.tsx";
import card from "./example-card.module.css";
import type { PackStudy } from "./use-pack-study.ts";
import { Verdict } from "./verdict.tsx";
import classes from "./verify-page.module.css";
import { writeNumber } from "./write-number.ts";

/** Official figures, a law and second ways, computed in the worker on the pack; then the pack's own controls. */
export function PackSection({ study }: { readonly study: PackStudy }) {
  const t = useTexts();
  const f = useFormats();
  const { data, words } = t.verify;
  const { result, error, isRunning, wasStopped, progress } = study;
  return (
    <section className={classes.family} aria-labelledby="verify-data">
      <h2 id="verify-data" className={classes.familyTitle}>
        {data.title}
      </h2>
      <p className={classes.what}>{data.what}</p>
      <div className={classes.actions}>
        {isRunning ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            onClick={study.cancel}
          >
            {data.cancel}
          </Button>
        ) : (
          <Button size="xs" variant="light" leftSection={<IconRefresh size={16} aria-hidden />} onClick={study.run}>
            {data.run}
          </Button>
        )}
        <span className={classes.status} role="status">
          {isRunning && (progress ? data.running(progress.done + 1, progress.total) : t.common.loading)}
          {wasStopped && data.stopped}
          {!isRunning && result && words.milliseconds(f.integer(result.milliseconds))}
        </span>
      </div>
      {isRunning && (
        <Progress
          size="sm"
          value={progress ? (100 * progress.done) / progress.total : 0}
          aria-label={t.verify.summary.waiting}
        />
      )}
      {error && !isRunning && <FailureNotice title={t.failures.title} error={error} onRetry={study.run} />}
      {result?.value.findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
      {result && <Controls controls={result.value.controls} />}
    </section>
  );
}

export function isFound({ actual, expected, tolerance }: Pick<PackFinding, "actual" | "expected" | "tolerance">) {
  return Math.abs(actual - expected) <= tolerance;
}

function FindingCard({ finding }: { readonly finding: PackFinding }) {
  const t = useTexts();
  const f = useFormats();
  const { data, words } = t.verify;
  const { id, expected, actual, tolerance, counts, milliseconds } = finding;
  const texts = data.findings[id];
  const lost = finding.isComparable ? "lost" : "notComparable";
  const verdict = isFound(finding) ? "found" : lost;
  // Published figures have two digits; what another program computed has all of them.
  const digits = expected >= 100 ? 0 : tolerance < 1e-6 ? 6 : 2;
  const through = (["areas", "people", "sites", "pairs"] as const).flatMap((key) => {
    const n = counts[key];
    return n === undefined ? [] : [data.counts[key](f.integer(n))];
  });
  return (
    <details className={card.card}>
      <summary className={card.summary}>
        <Verdict kind={verdict} isShort />
        <span className={card.name}>{texts.title}</span>
        <span className={card.brief}>
          {words.brief(f.decimal(expected, digits), f.decimal(actual, digits === 2 ? 3 : digits))}
        </span>
      </summary>
      <div className={card.body}>
        <ComparedFigures
          caption={texts.title}
          rows={[{ name: t.verify.names.value(), value: expected, actual, tolerance, digits, verdict }]}
        />
        <p>{texts.source}</p>
        <p>{texts.note}</p>
        <p className={card.help}>{`${f.list(through)} · ${words.milliseconds(f.decimal(milliseconds, 1))}`}</p>
      </div>
    </details>
  );
}

function Controls({ controls }: { readonly controls: readonly PackCheck[] }) {
  const t = useTexts();
  const f = useFormats();
  const { data, words, summary } = t.verify;
  const held = controls.filter(({ ok }) => ok).length;
  const write = (value: number | string) => (typeof value === "number" ? writeNumber(value, f) : value);
  return (
    <details className={card.card}>
      <summary className={card.summary}>
        <Verdict kind={held === controls.length ? "found" : "lost"} isShort />
        <span className={card.name}>{data.controls}</span>
        <span className={card.brief}>{summary.controls(f.integer(held), f.integer(controls.length))}</span>
      </summary>
      <div className={card.body}>
        <p className={card.help}>{data.controlsHelp}</p>
        <ScrollTable caption={data.controls}>
          <thead>
            <tr>
              <th scope="col">{data.control}</th>
              <th scope="col">{words.expected}</th>
              <th scope="col">{words.computed}</th>
              <th scope="col">{words.tolerance}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ id, ok, expected, actual, tolerance, source }) => (
              <tr key={id} title={source}>
                <th scope="row">{id}</th>
                <td>{write(expected)}</td>
                <td>{write(actual)}</td>
                <td>{tolerance === 0 ? words.exactly : words.within(write(tolerance))}</td>
                <td>
                  <Verdict kind={ok ? "found" : "lost"} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </div>
    </details>
  );
}
