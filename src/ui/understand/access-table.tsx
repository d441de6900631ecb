import { Button, SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { chooseFilter, select } from "../../app/commands.ts";
import { keepForOffline } from "../../app/offline.ts";
import type { Places } from "../../app/places.ts";
import { FILTERS, type Filter, type Scale } from "../../app/question.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { rankNames } from "../../core/text.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { downloadFile } from "../parts/download-file.ts";
import { type Sort, SortableTable, type TableColumn } from "../parts/sortable-table.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { writeAccessCsv, writeLensCsv } from "./access-csv.ts";
import classes from "./access-table.module.css";
import type { LensView } from "./lens-view.ts";
import type { Reading } from "./reading.ts";
import { statusOfRow, writeClass, writeValue } from "./value-words.ts";

/** Beside a card there is room for these only. */
const NARROW_ORDER = ["commune", "value", "population", "class"];
const NARROW = 760;
/** What a row is, whatever the figures beside it. */
const PLACE_COLUMNS = new Set(["commune", "group", "population"]);
/** What matters first, for the part seen without scrolling sideways. */
const PHONE_ORDER = ["commune", "value", "population", "class", "group", "status"];

interface AccessTableProps {
  readonly reading: Reading;
  readonly lensView: LensView | null;
}

/** The same communes as the map, under the same filter, as rows one can sort, select and download. */
export function AccessTable({ reading, lensView }: AccessTableProps) {
  const t = useTexts();
  const f = useFormats();
  const { store, hover } = useServices();
  // Whoever starts on the table, or has no WebGL, may never see the map that keeps the offline copy otherwise.
  useEffect(() => keepForOffline(), []);
  const { places } = usePlaces();
  const scale = useQuestion((q) => q.scale);
  const filter = useQuestion((q) => q.filter);
  const selected = useQuestion((q) => q.selected);
  const [sort, setSort] = useState<Sort>({ key: "value", direction: "ascending" });
  const { ref, width, height } = useElementSize();
  const { answer } = reading;
  const rows = useMemo(() => {
    const { dimmed } = lensView ?? reading;
    return Uint32Array.from(answer.codes.keys()).filter((row) => dimmed[row] === 0);
  }, [answer, reading, lensView]);
  const isPhone = useIsPhone();
  const isNarrow = width < NARROW;
  const columns = useMemo(() => {
    const level = listColumns(reading, places, scale, f, t);
    const all = lensView ? [...level.filter(({ key }) => PLACE_COLUMNS.has(key)), ...lensView.columns] : level;
    const pick = (keys: readonly string[]) => keys.flatMap((key) => all.filter((column) => column.key === key));
    const figures = lensView?.columns.map(({ key }) => key) ?? [];
    if (isPhone) return pick(lensView ? ["commune", ...figures, "population", "group"] : PHONE_ORDER);
    if (isNarrow) return pick(lensView ? ["commune", "population", ...figures] : NARROW_ORDER);
    return all;
  }, [reading, lensView, places, scale, f, t, isPhone, isNarrow]);
  const selectedRow = selected === null ? -1 : answer.codes.indexOf(selected);
  const name = answer.summary.territory.name;
  const words = t.understand.table;
  return (
    <div className={classes.sheet}>
      <div className={classes.bar}>
        {lensView ? (
          <strong>{lensView.title}</strong>
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={t.understand.legend.filter}
            value={filter}
            onChange={(value) => chooseFilter(store, value as Filter)}
            data={FILTERS.map((value) => ({ value, label: t.understand.legend.filters[value] }))}
          />
        )}
        <span className={classes.count} aria-live="polite">
          {rows.length === 0 ? t.understand.legend.empty : words.rows(rows.length, f.integer(rows.length))}
        </span>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() =>
            downloadFile(
              ...(lensView ? writeLensCsv(reading, lensView, rows) : writeAccessCsv(reading, rows)),
              "text/csv",
            )
          }
        >
          {words.download}
        </Button>
      </div>
      <div ref={ref} className={classes.body}>
        {height > 0 && (
          <SortableTable
            caption={words.label(name)}
            columns={columns}
            rows={rows}
            rowKey={(row) => answer.codes[row]}
            sort={columns.some(({ key }) => key === sort.key) ? sort : { key: columns[0].key, direction: "ascending" }}
            onSort={setSort}
            selectedRow={selectedRow < 0 ? null : selectedRow}
            onSelect={(row) => select(store, answer.codes[row])}
            onHover={(row) => hover.set(row === null ? null : { unit: answer.units[row], point: null })}
            height={height}
            texts={{ sortAscending: words.ascending, sortDescending: words.descending }}
          />
        )}
      </div>
    </div>
  );
}

function listColumns(
  reading: Reading,
  places: Places | undefined,
  scale: Scale,
  f: Formats,
  t: Texts,
): readonly TableColumn[] {
  const { answer, series } = reading;
  const words = t.understand.table.columns;
  const { digits } = PROFESSION_RULES[series.profession];
  const isWithinEpci = answer.question.territory.kind === "epci" || answer.question.territory.kind === "commune";
  const groups = answer.codes.map((code) => groupOf(code, places, isWithinEpci ? "departement" : "epci"));
  const byText = (texts: readonly string[]) => {
    const ranks = rankNames(texts);
    return (a: number, b: number) => ranks[a] - ranks[b];
  };
  const byNumber = (numbers: Float64Array | Int8Array) => (a: number, b: number) => numbers[a] - numbers[b];
  return [
    {
      key: "commune",
      header: words.commune,
      cell: (row) => answer.names[row],
      text: (row) => `${answer.names[row]} (${answer.codes[row]})`,
      compare: byText(answer.names),
    },
    {
      key: "group",
      header: isWithinEpci ? words.departement : words.group,
      cell: (row) => groups[row],
      text: (row) => groups[row],
      compare: byText(groups),
    },
    {
      key: "population",
      header: words.population,
      align: "end",
      width: 140,
      cell: (row) => f.integer(answer.people[row]),
      compare: byNumber(answer.people),
    },
    {
      key: "value",
      header: t.units.short[series.profession],
      align: "end",
      width: 148,
      cell: (row) => writeValue(answer.values[row], statusOfRow(answer, row), digits + 1, f, t),
      compare: byNumber(answer.values),
    },
    {
      key: "class",
      header: words.class,
      cell: (row) => writeClass(reading, row, scale, t),
      text: (row) => writeClass(reading, row, scale, t),
      compare: byNumber(reading.classes),
    },
    {
      key: "status",
      header: words.status,
      width: 124,
      cell: (row) => t.statuses[statusOfRow(answer, row)],
      compare: (a, b) => answer.statuses[a] - answer.statuses[b],
    },
  ];
}

function groupOf(code: string, places: Places | undefined, kind: "epci" | "departement"): string {
  const unit = places?.unitOf(code);
  if (!places || unit === undefined) return "";
  const at = places.file[kind][unit];
  return at >= 0 ? places.file.territories[at].name : "";
}
