import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ReceivedReport, SpaceView } from "../../../app/contributions/board.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { PlainTable } from "../../inequality/plain-table.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useLocale, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { today } from "../committee/standing.ts";
import { useAct } from "../proposals/use-act.ts";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { nameScope, writeMonth } from "../report/report-words.ts";
import { aggregateBody, countReports, releaseOf, splitKey } from "./count-reports.ts";

const MOST_CELLS = 100;

/** What may be told of a month of reports, what may not and why, and the one button that tells it. */
export function CountsSection({
  view,
  reports,
}: {
  readonly view: SpaceView;
  readonly reports: readonly ReceivedReport[];
}) {
  const t = useTexts();
  const f = useFormats();
  const locale = useLocale();
  const { places } = usePlaces();
  const { contributions } = useServices();
  const act = useAct();
  const words = t.moderation.counts;
  const counted = useMemo(() => reports.filter(({ state }) => state === "published"), [reports]);
  const months = Array.from(new Set(counted.map(({ body }) => body.month)))
    .sort()
    .reverse();
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen !== null && months.includes(chosen) ? chosen : (months[0] ?? null);
  const counts = useMemo(
    () => (month !== null && places ? countReports(counted, month, places) : null),
    [counted, month, places],
  );
  if (month === null || counts === null) {
    return (
      <Section title={words.title}>
        <p className={classes.help}>{words.none}</p>
      </Section>
    );
  }
  const isTold = Array.from(view.log.records.values()).some(
    ({ hdr, body }) =>
      hdr.type === "aggregate" && (body as unknown as BodyOf<"aggregate"> | null)?.release === releaseOf(month),
  );
  const obstacle = () => {
    if (isTold) return words.already;
    if (month >= today().slice(0, 7)) return words.open;
    return counts.told.length > MOST_CELLS ? words.tooMany : null;
  };
  const publish = () =>
    act.run(
      () => contributions.publish(view.space, { type: "aggregate", scope: "fr", body: aggregateBody(counts, month) }),
      words.published,
    );
  const stop = obstacle();
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <p className={classes.help}>{words.help}</p>
        <ChoiceBox
          label={words.month}
          value={month}
          options={months.map((value) => ({ value, label: writeMonth(value, locale) }))}
          onChange={setChosen}
        />
        <p role="status">{counts.told.length === 0 ? words.nothing : words.told(counts.told.length)}</p>
        {counts.told.length > 0 && (
          <PlainTable
            caption={words.told(counts.told.length)}
            headers={[words.place, words.people]}
            rows={counts.told.map(({ unit, parent, key, reporters }) => {
              const { profession, kind } = splitKey(key);
              const place = unit === null ? words.rest(nameScope(parent, places)) : nameScope(unit, places);
              return [[place, t.professions.names[profession], t.report.kinds[kind]].join(" · "), f.integer(reporters)];
            })}
          />
        )}
        {counts.untold > 0 && <p className={classes.warning}>{words.untold(counts.untold)}</p>}
        {stop !== null && <p className={classes.help}>{stop}</p>}
        <Fault text={act.problem} />
        {counts.told.length > 0 && stop === null && (
          <div className={classes.actions}>
            <Button size="xs" loading={act.isBusy} onClick={() => void publish()}>
              {words.publish}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
