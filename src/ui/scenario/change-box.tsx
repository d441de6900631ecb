import { ActionIcon, Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { newId, type Work } from "../../app/scenarios.ts";
import type { Change } from "../../core/scenario/change.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { type Draft, draftOf, startDraft } from "./change-draft.ts";
import { ChangeForm } from "./change-form.tsx";
import { writeChange } from "./change-words.ts";
import classes from "./scenario.module.css";
import { useCommuneNames } from "./use-commune-names.ts";

interface ChangeBoxProps {
  readonly work: Work;
  readonly scenario: Scenario;
  readonly reading: Reading;
}

/** The changes of a scenario in words, each to be modified or taken out, and one form at a time. */
export function ChangeBox({ work, scenario, reading }: ChangeBoxProps) {
  const t = useTexts();
  const f = useFormats();
  const { scenarios } = useServices();
  const nameOf = useCommuneNames();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { changes, series } = scenario;
  const words = t.scenario.changes;
  const put = (change: Change) => {
    scenarios.edit(work.id, { kind: "put", change });
    setDraft(null);
  };
  return (
    <Section title={words.title(changes.length)} topic="act">
      <div className={classes.changes}>
        {changes.length === 0 && !draft && <p className={classes.help}>{words.none}</p>}
        <ul className={classes.list} data-changes={changes.length}>
          {changes.map((change) => {
            const said = writeChange(change, nameOf, f, t);
            return (
              <li key={change.id} className={classes.item}>
                <span>{said}</span>
                <ActionIcon variant="subtle" aria-label={words.edit(said)} onClick={() => setDraft(draftOf(change))}>
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={words.remove(said)}
                  onClick={() => {
                    scenarios.edit(work.id, { kind: "remove", id: change.id });
                    if (draft?.id === change.id) setDraft(null);
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        {draft ? (
          <ChangeForm
            key={draft.id}
            start={draft}
            changes={changes}
            profession={series.profession}
            reading={reading}
            onPut={put}
            onCancel={() => setDraft(null)}
          />
        ) : (
          <div className={classes.actions}>
            <Button size="xs" onClick={() => setDraft(startDraft("open-centre", newId(), series.profession))}>
              {words.add}
            </Button>
            <Button
              size="xs"
              variant="default"
              title={words.undoKey}
              disabled={work.log.done.length === 0}
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => scenarios.undo(work.id)}
            >
              {words.undo}
            </Button>
            <Button
              size="xs"
              variant="default"
              title={words.redoKey}
              disabled={work.log.undone.length === 0}
              leftSection={<IconArrowForwardUp size={16} aria-hidden />}
              onClick={() => scenarios.redo(work.id)}
            >
              {words.redo}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
