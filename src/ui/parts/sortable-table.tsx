import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type SortDirection, sortRows } from "./sort-rows.ts";
import classes from "./sortable-table.module.css";

export interface Sort {
  readonly key: string;
  readonly direction: SortDirection;
}

/** Keep the columns' identity between renders: rows are sorted again when the sorted one's `compare` changes. */
export interface TableColumn {
  readonly key: string;
  readonly header: string;
  /** Numbers go to the end. */
  readonly align?: "start" | "end";
  /** px; columns without one share what is left. */
  readonly width?: number;
  readonly cell: (row: number) => ReactNode;
  /** The whole of what may be cut for want of room, shown on hover. */
  readonly text?: (row: number) => string;
  /** Of two rows, ascending; NaN when either has no value. Rows without one come last in both directions. */
  readonly compare: (a: number, b: number) => number;
}

export interface SortableTableProps {
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly TableColumn[];
  /** Rows to show, in any order. */
  readonly rows: Uint32Array | readonly number[];
  readonly rowKey: (row: number) => string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Scrolled into view when it changes; null or absent: none. */
  readonly selectedRow?: number | null;
  readonly onSelect?: (row: number) => void;
  /** The row under the pointer or the keyboard, null when there is none any more. */
  readonly onHover?: (row: number | null) => void;
  /** Of the scrolled part, px. */
  readonly height: number;
  /** What a click on a header will do. */
  readonly texts: { readonly sortAscending: string; readonly sortDescending: string };
}

/** px; rows have one height, so that the place of each is known without drawing it. */
const ROW = 36;
const HEAD = 38;
const OVERSCAN = 6;

/** A real table of any number of rows, of which only those in view are drawn. Arrows, Page, Home, End move; Enter selects. */
export function SortableTable(props: SortableTableProps) {
  const { caption, columns, rows, rowKey, sort, onSort, selectedRow = null, onSelect, onHover, height, texts } = props;
  const column = columns.find(({ key }) => key === sort.key);
  const compare = column?.compare ?? inOrder;
  const order = useMemo(() => sortRows(rows, compare, sort.direction), [rows, compare, sort.direction]);
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState<number | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const wantsFocus = useRef(false);

  const visible = Math.max(1, Math.floor((height - HEAD) / ROW));
  const firstVisible = Math.min(Math.ceil(scrollTop / ROW), Math.max(0, order.length - visible));
  const current = active === null ? -1 : order.indexOf(active);
  const drawn = positionsToDraw(firstVisible - OVERSCAN, firstVisible + visible + OVERSCAN, order.length);
  if (isFocused && current >= 0 && !drawn.includes(current)) insertSorted(drawn, current);
  const tabStop = drawn.includes(current) ? current : Math.min(firstVisible, order.length - 1);

  const scrollTo = (position: number) => {
    const top = nearestScroll(position, scroller.current?.scrollTop ?? 0, height - HEAD);
    scroller.current?.scrollTo({ top });
    setScrollTop(top);
  };

  const latest = useRef({ order, scrollTo });
  latest.current = { order, scrollTo };
  useEffect(() => {
    if (selectedRow === null) return;
    const position = latest.current.order.indexOf(selectedRow);
    if (position < 0) return;
    setActive(selectedRow);
    latest.current.scrollTo(position);
  }, [selectedRow]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || current < 0) return;
    wantsFocus.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${current + 2}"]`);
    row?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent, position: number) => {
    if ((event.key === "Enter" || event.key === " ") && event.target === event.currentTarget) {
      event.preventDefault();
      onSelect?.(order[position]);
      return;
    }
    const target = keyTarget(event.key, position, visible, order.length);
    if (target === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(order[target]);
    scrollTo(target);
  };

  const onHeader = (key: string) => {
    const isSame = key === sort.key;
    onSort({ key, direction: isSame && sort.direction === "ascending" ? "descending" : "ascending" });
    setActive(null);
    scroller.current?.scrollTo({ top: 0 });
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ height }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <table className={classes.table} aria-rowcount={order.length + 1}>
        <caption className={classes.caption}>{caption}</caption>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: HEAD }}>
            {columns.map(({ key, header, align }) => (
              <th key={key} scope="col" data-align={align} aria-sort={key === sort.key ? sort.direction : undefined}>
                <button
                  type="button"
                  title={
                    key === sort.key && sort.direction === "ascending" ? texts.sortDescending : texts.sortAscending
                  }
                  onClick={() => onHeader(key)}
                >
                  {header}
                  <SortMark direction={key === sort.key ? sort.direction : null} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          onMouseLeave={() => onHover?.(null)}
          onFocus={() => setIsFocused(true)}
          onBlur={() => {
            setIsFocused(false);
            onHover?.(null);
          }}
        >
          {drawn.flatMap((position, i) => {
            const row = order[position];
            const skipped = position - (i === 0 ? 0 : drawn[i - 1] + 1);
            return [
              skipped > 0 && <Gap key={`before ${rowKey(row)}`} rows={skipped} columns={columns.length} />,
              <tr
                key={rowKey(row)}
                aria-rowindex={position + 2}
                aria-current={row === selectedRow || undefined}
                tabIndex={position === tabStop ? 0 : -1}
                style={{ height: ROW }}
                onKeyDown={(event) => onKeyDown(event, position)}
                onFocus={() => {
                  setActive(row);
                  onHover?.(row);
                }}
                onMouseEnter={() => onHover?.(row)}
                onClick={() => onSelect?.(row)}
              >
                {columns.map(({ key, align, cell, text }, c) =>
                  c === 0 ? (
                    <th key={key} scope="row" data-align={align} title={text?.(row)}>
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} data-align={align} title={text?.(row)}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>,
            ];
          })}
          <Gap rows={order.length - 1 - (drawn.at(-1) ?? order.length - 1)} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Room of the rows that are not drawn. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className={classes.gap} style={{ height: rows * ROW }}>
      <td colSpan={columns} />
    </tr>
  );
}

function SortMark({ direction }: { readonly direction: SortDirection | null }) {
  return (
    <svg aria-hidden="true" className={classes.mark} width={8} height={12} viewBox="0 0 8 12">
      <path d="M4 0.5L7.5 4.5H0.5Z" opacity={direction === "ascending" ? 1 : 0.28} />
      <path d="M4 11.5L0.5 7.5H7.5Z" opacity={direction === "descending" ? 1 : 0.28} />
    </svg>
  );
}

/** Where a key sends the active row; null for a key that is not the table's. */
export function keyTarget(key: string, position: number, visible: number, count: number): number | null {
  const page = Math.max(1, visible - 1);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: position + 1,
    ArrowUp: position - 1,
    PageDown: position + page,
    PageUp: position - page,
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(moves, key) ? Math.max(0, Math.min(count - 1, moves[key])) : null;
}

/** The least scrolling that brings a row wholly into a view of that height, px. */
export function nearestScroll(position: number, scrollTop: number, viewHeight: number): number {
  const top = position * ROW;
  return Math.max(0, Math.min(top, Math.max(scrollTop, top + ROW - viewHeight)));
}

function positionsToDraw(from: number, to: number, count: number): number[] {
  const first = Math.max(0, from);
  return Array.from({ length: Math.max(0, Math.min(count, to) - first) }, (_, i) => first + i);
}

function insertSorted(positions: number[], position: number): void {
  const at = positions.findIndex((other) => other > position);
  positions.splice(at < 0 ? positions.length : at, 0, position);
}

function inOrder(): number {
  return 0;
}
