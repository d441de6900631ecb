import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { FailureError } from "../../core/failure.ts";
import { isFront } from "../../core/placement/front.ts";
import { CLOSED, type Found } from "../../core/placement/search.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { explainFailure, FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./plan-status.module.css";
import type { Plan } from "./use-plan.ts";

/** How far the search is and how good its plan: proven, within a gap, stopped, or impossible in words. */
export function PlanStatus({ plan }: { readonly plan: Plan }) {
  const t = useTexts();
  const f = useFormats();
  const { state } = plan;
  const words = t.act.status;
  switch (state.kind) {
    case "none":
      return null;
    case "preparing":
      return <Running title={writeStage(state.stage, t)} detail={null} button={words.cancel} onStop={plan.stop} />;
    case "searching": {
      const names = Array.from(state.found?.sites ?? [], (j) => state.sites.names[j]);
      return (
        <Running
          title={words.searching}
          detail={state.found && writeSoFar(state.found, names, f, t)}
          gap={state.found?.gap}
          button={state.found ? words.stop : words.cancel}
          onStop={plan.stop}
        />
      );
    }
    case "stopped":
      return <Notice text={words.nothing} />;
    case "failed":
      return isImpossible(state.error) ? (
        <div role="alert">
          <Notice text={explainImpossible(state.error, f, t)} />
        </div>
      ) : (
        <FailureNotice title={words.failed} error={state.error} onRetry={plan.find} />
      );
    case "found": {
      const { found, candidates } = state.answer;
      const proof = isFront(found)
        ? t.act.front.status(found.front.length, f.decimal(found.seconds, 1))
        : writeProof(found, f, t);
      return (
        <p className={classes.proof} role="status" data-gap={found.gap}>
          {state.isStopped && `${words.stopped} `}
          {proof} · {words.candidates(candidates, f.integer(candidates))}
        </p>
      );
    }
  }
}

interface RunningProps {
  readonly title: string;
  /** The best plan so far; null before the first. */
  readonly detail: string | null;
  /** Of that plan. */
  readonly gap?: number | undefined;
  readonly button: string;
  readonly onStop: () => void;
}

/** A search under way, with what ends it. */
export function Running({ title, detail, gap, button, onStop }: RunningProps) {
  const t = useTexts();
  const f = useFormats();
  const seconds = useSeconds();
  return (
    <div className={classes.running}>
      <div className={classes.head}>
        <p role="status">{title}</p>
        <Button className={classes.stop} size="compact-xs" variant="default" onClick={onStop}>
          {button}
        </Button>
      </div>
      <progress className={classes.bar} aria-label={title} />
      {detail !== null && (
        <p className={classes.detail} data-so-far={gap}>
          {detail}
        </p>
      )}
      <p className={classes.detail}>
        {(detail === null ? t.act.status.elapsed : t.act.status.improving)(f.integer(seconds))}
      </p>
    </div>
  );
}

/** Whole seconds since the component came. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = window.setInterval(() => setSeconds(Math.floor((performance.now() - start) / 1000)), 250);
    return () => window.clearInterval(timer);
  }, []);
  return seconds;
}

/** What is being gathered; before the engine says, it is starting. */
function writeStage(stage: string | undefined, t: Texts): string {
  const { stages, preparing } = t.act.status;
  if (stage === undefined) return stages.start;
  return stage in stages ? stages[stage as keyof typeof stages] : preparing;
}

function writeSoFar(found: Found, names: readonly string[], f: Formats, t: Texts): string {
  if (isFront(found)) return t.act.front.searching(found.front.length);
  return [f.list(names), writeGap(found, f, t)].join(" · ");
}

function writeGap({ gap }: Found, f: Formats, t: Texts): string {
  const words = t.act.status;
  return Number.isFinite(gap) ? words.gap(f.percent(gap)) : words.noGap;
}

/** A gap of 0.04 % must not read as none. */
function writeProof({ gap, seconds }: Found, f: Formats, t: Texts): string {
  const words = t.act.status;
  const time = f.decimal(seconds, 1);
  if (gap <= CLOSED) return words.proven(time);
  if (!Number.isFinite(gap)) return words.unbounded(time);
  return words.within(f.gap(gap), time);
}

export function isImpossible(error: Error): error is FailureError {
  return error instanceof FailureError && error.failure.code === "bad-input" && "constraint" in error.failure.params;
}

/** The constraint in the reader's language. */
function explainImpossible(error: FailureError, f: Formats, t: Texts): string {
  const { params } = error.failure;
  const words = t.act.impossible;
  const { rule = "other" } = params;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "number" ? f.integer(value) : value]),
  );
  if (!(rule in words)) return explainFailure(error, t);
  return words[rule as keyof typeof words](shown);
}
