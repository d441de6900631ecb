import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import entries from "../report/entries.module.css";
import classes from "../report/forms.module.css";
import { isModeratedType, readWhole } from "./moderated-texts.ts";
import { ModerationNote } from "./moderation-note.tsx";

/** Every decision that has effect, the last first: who in which role, when, why. */
export function ActsSection({ view, board }: { readonly view: SpaceView; readonly board: Board }) {
  const { moderation } = useTexts();
  const words = moderation.acts;
  const without = new Set([...view.state.pending, ...view.state.refused.map(({ id }) => id)]);
  const order = new Map(view.log.receipts.map(({ id, seq }) => [id, seq]));
  const acts = Array.from(view.log.records.values())
    .filter(({ id, hdr, body }) => hdr.type === "moderation" && body !== null && !without.has(id))
    .sort((a, b) => (order.get(b.id) ?? Number.MAX_SAFE_INTEGER) - (order.get(a.id) ?? Number.MAX_SAFE_INTEGER));
  const describe = (target: string): string => {
    const record = view.log.records.get(target);
    if (record === undefined || record.body === null || !isModeratedType(record.hdr.type)) return words.gone;
    const shown = view.state.contributions.find(({ id }) => id === target);
    const type = moderation.texts.types[record.hdr.type];
    return shown?.visibility === "visible" ? `${type}, ${readWhole(record).split("\n")[0].slice(0, 80)}` : type;
  };
  return (
    <Section title={words.title(acts.length)}>
      {acts.length === 0 && <p className={classes.help}>{words.none}</p>}
      <ul className={entries.list}>
        {acts.map(({ id, body }) => (
          <li key={id} className={entries.item}>
            <p className={entries.meta}>{words.on(describe((body as unknown as BodyOf<"moderation">).target))}</p>
            <ModerationNote view={view} board={board} id={id} isAuthor={false} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
