import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { Locale } from "../../../i18n/locale.ts";
import { useFormats, useLocale, useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { StateTag } from "../proposals/state-tag.tsx";
import { useAct } from "../proposals/use-act.ts";
import { nameCommune } from "../report/commune-search.tsx";
import entries from "../report/entries.module.css";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { ConfirmForm } from "./confirm-form.tsx";
import { nextStates, type ShownCorrection } from "./shown-corrections.ts";

interface CorrectionItemProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly correction: ShownCorrection;
  /** Name of what is counted; null: not known yet. */
  readonly label: Readonly<Record<Locale, string>> | null;
  readonly isReviewer: boolean;
}

/** One correction: what changes, who says so, how fresh it is, and what comes next. */
export function CorrectionItem({ view, correction, label, isReviewer }: CorrectionItemProps) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const { contributions } = useServices();
  const { places } = usePlaces();
  const act = useAct();
  const [isConfirming, setConfirming] = useState(false);
  const record = useQuestion((q) => q.participate.record);
  const item = useRef<HTMLLIElement>(null);
  const words = t.corrections;
  const { id, claims, row, field, state, visibility, organisations, observed, expires, isOwn } = correction;
  const isNamed = record !== null && claims.includes(record);
  useEffect(() => {
    if (isNamed) item.current?.scrollIntoView({ block: "center" });
  }, [isNamed]);
  const counted = label?.[locale] ?? field;
  const what = `${nameCommune(row, places)}, ${counted}`;
  const isSettled = ["rejected", "sent", "resolved"].includes(state);
  return (
    <li ref={item} className={entries.item} data-correction={id} aria-current={isNamed || undefined}>
      <div className={entries.head}>
        <h3 className={entries.name}>{what}</h3>
        <span className={entries.tag} data-tone={state === "accepted" || state === "resolved" ? undefined : "sand"}>
          {words.states[state]}
        </span>
      </div>
      <p className={entries.name}>{words.change(correction.old, correction.new)}</p>
      <p className={entries.meta}>
        {[
          words.by(organisations.length, f.list(organisations)),
          ...(observed === null ? [] : [words.fresh(f.date(observed))]),
          ...(expires === null || state === "expired" ? [] : [words.expires(f.date(expires))]),
          ...(visibility === "held" ? [words.held] : []),
        ].join(" · ")}
      </p>
      {visibility !== "held" && <StateTag state={visibility} />}
      <div className={classes.actions}>
        {!isOwn && !isSettled && !isConfirming && (
          <Button size="xs" variant="default" aria-label={words.confirmLabel(what)} onClick={() => setConfirming(true)}>
            {words.confirm}
          </Button>
        )}
        {isReviewer &&
          !isOwn &&
          nextStates(state).map((next) => (
            <Button
              key={next}
              size="xs"
              variant={next === "accepted" ? "filled" : "default"}
              loading={act.isBusy}
              aria-label={`${words.review[next]} · ${what}`}
              onClick={() =>
                void act.run(
                  () =>
                    contributions.publish(view.space, {
                      type: "correction-state",
                      scope: correction.scope,
                      body: { target: id, state: next },
                    }),
                  words.review.done,
                )
              }
            >
              {words.review[next]}
            </Button>
          ))}
      </div>
      {isReviewer && isOwn && nextStates(state).length > 0 && <p className={classes.help}>{words.review.own}</p>}
      {isConfirming && <ConfirmForm view={view} correction={correction} onDone={() => setConfirming(false)} />}
      <Fault text={act.problem} />
    </li>
  );
}
