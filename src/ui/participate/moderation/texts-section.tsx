import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { describeAuthor } from "../proposals/author-words.ts";
import { StateTag } from "../proposals/state-tag.tsx";
import entries from "../report/entries.module.css";
import classes from "../report/forms.module.css";
import { nameScope } from "../report/report-words.ts";
import { DecisionForm } from "./decision-form.tsx";
import { listModerated, type ModeratedText, SHOWS, type Show } from "./moderated-texts.ts";
import { ModerationNote } from "./moderation-note.tsx";

interface TextsSectionProps {
  readonly view: SpaceView;
  readonly board: Board;
  readonly isModerator: boolean;
}

/** Texts of the space: what waits for a first reading, what is in sight, what was hidden. */
export function TextsSection({ view, board, isModerator }: TextsSectionProps) {
  const { moderation: words } = useTexts();
  const reader = { key: board.key, isModerator };
  const [show, setShow] = useState<Show>(() => (listModerated(view, reader, "waiting").length > 0 ? "waiting" : "all"));
  const texts = listModerated(view, reader, show);
  return (
    <Section title={words.texts.title(texts.length)}>
      <div className={classes.stack}>
        <ChoiceBox
          label={words.texts.show}
          value={show}
          options={SHOWS.map((value) => ({ value, label: words.texts.shows[value] }))}
          onChange={(value) => setShow(value as Show)}
        />
        {texts.length === 0 && <p className={classes.help}>{words.texts.none}</p>}
        <ul className={entries.list}>
          {texts.map((text) => (
            <Text key={text.entry.id} view={view} board={board} isModerator={isModerator} text={text} />
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Text({ view, board, isModerator, text: one }: TextsSectionProps & { readonly text: ModeratedText }) {
  const t = useTexts();
  const f = useFormats();
  const { places } = usePlaces();
  const [isDeciding, setDeciding] = useState(false);
  const words = t.moderation.texts;
  const { entry, record, type, text, isOwn } = one;
  const name = words.types[type];
  return (
    <li className={entries.item} data-text={entry.id}>
      <div className={entries.head}>
        <h3 className={entries.name}>{name}</h3>
        <StateTag state={entry.state} />
      </div>
      <p className={entries.meta}>
        {[
          nameScope(entry.scope, places),
          describeAuthor(view, entry.author, board.key, t),
          ...(entry.day === null ? [] : [f.date(entry.day)]),
        ].join(" · ")}
      </p>
      <p className={entries.body}>{text}</p>
      {entry.moderation !== null && (
        <ModerationNote view={view} board={board} id={entry.moderation} isAuthor={entry.author === board.key} />
      )}
      {isModerator && isOwn && <p className={classes.help}>{words.own}</p>}
      {isModerator && !isOwn && !isDeciding && (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            aria-label={words.decideLabel(`${name}, ${text.slice(0, 60)}`)}
            onClick={() => setDeciding(true)}
          >
            {words.decide}
          </Button>
        </div>
      )}
      {isDeciding && <DecisionForm view={view} record={record} state={entry.state} onDone={() => setDeciding(false)} />}
    </li>
  );
}
