import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { isRecordType, RECORD_TYPES, type RecordTypeName } from "../../../core/contributions/record-types.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { FATES, listLines } from "./record-fate.ts";
import { RecordRow } from "./record-row.tsx";

const PAGE = 25;

interface RecordListProps {
  readonly view: SpaceView;
  readonly board: Board;
}

/** Every record by pages, the last first, by kind, fate and author. */
export function RecordList({ view, board }: RecordListProps) {
  const { records } = useTexts();
  const [type, setType] = useState("");
  const [fate, setFate] = useState("");
  const [isMine, setIsMine] = useState(false);
  const [page, setPage] = useState(0);
  const words = records.list;
  const lines = useMemo(() => listLines(view), [view]);
  const own = new Set(board.identities.map(({ key }) => key));
  const shown = lines.filter(
    ({ record: { hdr }, fate: { kind } }) =>
      (type === "" || hdr.type === type) && (fate === "" || kind === fate) && (!isMine || own.has(hdr.author)),
  );
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const at = Math.min(page, pages - 1);
  const types = new Set(lines.map(({ record }) => record.hdr.type));
  const all = { value: "", label: words.all };
  const known = (Object.keys(RECORD_TYPES) as RecordTypeName[]).filter((name) => types.has(name));
  const unknown = Array.from(types).filter((name) => !isRecordType(name));
  const filter = (set: () => void) => {
    set();
    setPage(0);
  };
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <div className={classes.pair}>
          <ChoiceBox
            label={words.type}
            value={type}
            options={[
              all,
              ...known.map((value) => ({ value, label: words.types[value] })),
              ...unknown.map((value) => ({ value, label: words.unknownType(value) })),
            ]}
            onChange={(value) => filter(() => setType(value))}
          />
          <ChoiceBox
            label={words.fate}
            value={fate}
            options={[all, ...FATES.map((value) => ({ value, label: words.fates[value] }))]}
            onChange={(value) => filter(() => setFate(value))}
          />
        </div>
        <label className={classes.actions}>
          <input
            type="checkbox"
            checked={isMine}
            onChange={({ currentTarget: { checked } }) => filter(() => setIsMine(checked))}
          />
          <span className={classes.text}>{words.mine}</span>
        </label>
        <p className={classes.quiet} role="status">
          {shown.length === 0 ? words.none : words.count(shown.length, lines.length)}
        </p>
        <ul className={classes.list}>
          {shown.slice(at * PAGE, (at + 1) * PAGE).map((line) => (
            <RecordRow key={line.record.id} line={line} view={view} board={board} />
          ))}
        </ul>
        {pages > 1 && (
          <nav className={classes.actions} aria-label={words.page(at + 1, pages)}>
            <Button size="xs" variant="default" disabled={at === 0} onClick={() => setPage(at - 1)}>
              {words.previous}
            </Button>
            <span className={classes.quiet}>{words.page(at + 1, pages)}</span>
            <Button size="xs" variant="default" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
              {words.next}
            </Button>
          </nav>
        )}
      </div>
    </Section>
  );
}
