import { useQuery } from "@tanstack/react-query";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { worsenedQuery } from "../../../app/objectives.ts";
import { type AgendaItem, suggestAgenda } from "../../../core/participation/suggest-agenda.ts";
import { PROFESSION_RULES } from "../../../core/professions.ts";
import { parseTerritory } from "../../../core/territory.ts";
import { Section } from "../../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { CommitteeLink } from "./committee-link.tsx";
import { sayIndicatorName } from "./indicator-words.ts";
import { territoryOf } from "./standing.ts";
import { useScores } from "./use-scores.ts";

/** What is due, by the register and by the data; people add the rest. */
export function AgendaSection({ view, day }: { readonly view: SpaceView; readonly day: string }) {
  const t = useTexts();
  const { engine } = useServices();
  const profession = useQuestion((q) => q.series.profession);
  const { job } = useScores(view, day);
  const words = t.committee.agenda;
  const worsened = useQuery(worsenedQuery(engine.get, parseTerritory(territoryOf(view)), profession));
  const statuses = new Map(job.answer?.map(({ objective, status }) => [objective.id, status]));
  const items = suggestAgenda(view.state, view.log, {
    statuses,
    ...(worsened.data ? { worsened: worsened.data.areas } : {}),
  });
  return (
    <Section title={words.title}>
      {items.length === 0 && <p className={classes.help}>{worsened.isFetching ? t.common.loading : words.none}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <Item key={`${item.kind} ${item.id ?? item.title}`} item={item} view={view} />
        ))}
      </ul>
      {worsened.data && items.some(({ kind }) => kind === "area-worsened") && (
        <p className={classes.help}>
          {words.worsened(t.professions.names[profession], worsened.data.from.year, worsened.data.to.year)}
        </p>
      )}
    </Section>
  );
}

function Item({ item, view }: { readonly item: AgendaItem; readonly view: SpaceView }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const profession = useQuestion((q) => q.series.profession);
  const words = t.committee.agenda;
  const { kind, id, day, title, area } = item;
  const { digits } = PROFESSION_RULES[profession];
  const name = kind.startsWith("objective") ? sayIndicatorName(title, t, f) : title;
  const isConsultation = kind.startsWith("consultation");
  return (
    <li className={classes.row} data-agenda={kind}>
      <span className={classes.grow}>
        {isConsultation && (
          <CommitteeLink space={view.space} record={id}>
            {name}
          </CommitteeLink>
        )}
        {area && (
          <button type="button" className={classes.plain} onClick={() => store.ask({ selected: area.code })}>
            {words.area(name, f.decimal(area.before, digits), f.decimal(area.after, digits))}
          </button>
        )}
        {!isConsultation && !area && name}
      </span>
      <span className={classes.badge} data-tone={area?.isNewlyUnder || kind.endsWith("late") ? "sand" : "grey"}>
        {area?.isNewlyUnder ? words.newlyUnder : words.kinds[kind]}
      </span>
      {day !== null && <span className={classes.quiet}>{f.date(day)}</span>}
    </li>
  );
}
