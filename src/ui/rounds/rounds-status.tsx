import { PERIOD_WEEKS, type RoundsWorld } from "../../app/rounds.ts";
import { CLOSED } from "../../core/placement/search.ts";
import type { RoundsFound } from "../../core/rounds/problem.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import classes from "../act/plan-status.module.css";
import { isImpossible, Running } from "../act/plan-status.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { explainImpossible } from "./explain-impossible.ts";
import { writeMinutes } from "./time-words.ts";
import type { RoundsSearching } from "./use-rounds.ts";

/** How far the search is and how good its plan: proven, within a gap, stopped, or impossible in words. */
export function RoundsStatus({ plan }: { readonly plan: RoundsSearching }) {
  const t = useTexts();
  const f = useFormats();
  const { state } = plan;
  const words = t.act.status;
  switch (state.kind) {
    case "none":
      return null;
    case "preparing":
      return <Running title={t.rounds.status.preparing} detail={null} button={words.cancel} onStop={plan.stop} />;
    case "searching":
      return (
        <Running
          title={t.rounds.status.searching}
          detail={state.found && writeSoFar(state.found, state.sites, f, t)}
          button={state.found ? words.stop : words.cancel}
          onStop={plan.stop}
        />
      );
    case "stopped":
      return <Notice text={words.nothing} />;
    case "failed":
      return isImpossible(state.error) ? (
        <div role="alert">
          <Notice text={explainImpossible(state.error, f, t)} />
        </div>
      ) : (
        <FailureNotice title={t.rounds.status.failed} error={state.error} onRetry={plan.find} />
      );
    case "found": {
      const { found, stops } = state.answer;
      return (
        <p className={classes.proof} role="status" data-gap={found.gap} data-reward={found.reward}>
          {state.isStopped && `${words.stopped} `}
          {writeProof(found, f, t)} · {t.rounds.status.candidates(f.integer(stops.length))}
        </p>
      );
    }
  }
}

function writeSoFar(found: RoundsFound, { need }: RoundsWorld, f: Formats, t: Texts): string {
  const stops = found.served.reduce((sum, offer) => sum + (offer < 0 ? 0 : 1), 0);
  const road = writeMinutes(found.drivingMinutes / PERIOD_WEEKS, f, t);
  const { gap } = found;
  const quality = Number.isFinite(gap) ? t.act.status.gap(f.percent(gap)) : t.act.status.noGap;
  return `${t.rounds.status.soFar(f.integer(stops), f.percent(found.reward / need), road)} · ${quality}`;
}

/** A gap of 0.04 % must not read as none. */
function writeProof({ gap, seconds }: RoundsFound, f: Formats, t: Texts): string {
  const words = t.rounds.status;
  const time = f.decimal(seconds, 1);
  if (gap <= CLOSED) return words.proven(time);
  if (!Number.isFinite(gap)) return words.unbounded(time);
  return words.within(f.gap(gap), time);
}
