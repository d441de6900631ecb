import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  keyTarget,
  nearestScroll,
  SortableTable,
  type SortableTableProps,
} from "../../../src/ui/parts/sortable-table.tsx";

const COUNT = 35_000;
const names = Array.from({ length: COUNT }, (_, row) => `commune ${row}`);
const values = Float64Array.from(names, (_, row) => (row === 7 ? Number.NaN : (row * 7919) % 1000));

const props: SortableTableProps = {
  caption: "Accès par commune",
  columns: [
    { key: "name", header: "Commune", cell: (row) => names[row], text: (row) => names[row], compare: (a, b) => a - b },
    {
      key: "value",
      header: "APL",
      align: "end",
      width: 80,
      cell: (row) => values[row],
      compare: (a, b) => values[a] - values[b],
    },
  ],
  rows: Uint32Array.from(names, (_, row) => row),
  rowKey: (row) => names[row],
  sort: { key: "value", direction: "ascending" },
  onSort: () => undefined,
  selectedRow: 1000,
  height: 400,
  texts: { sortAscending: "Trier par ordre croissant", sortDescending: "Trier par ordre décroissant" },
};
const draw = (change: Partial<SortableTableProps> = {}) =>
  renderToStaticMarkup(<SortableTable {...props} {...change} />);
const rowsOf = (markup: string) => [...markup.matchAll(/<tr aria-rowindex="(\d+)"[^>]*tabindex="(-?\d)"/gi)];

describe("what a reader of the table is told", () => {
  const markup = draw();

  test("how many rows there are, though few are drawn, and which these are", () => {
    expect(markup).toContain(`aria-rowcount="${COUNT + 1}"`);
    const indices = rowsOf(markup).map(([, index]) => Number(index));
    expect(indices.length).toBeLessThan(30);
    expect(indices).toEqual(indices.map((_, i) => i + 2));
  });

  test("its caption, its row names, and how it is sorted", () => {
    expect(markup).toMatch(/<caption[^>]*>Accès par commune<\/caption>/);
    expect(markup).toMatch(/<th scope="row"[^>]*>commune 0<\/th>/);
    expect(markup.match(/aria-sort="/g)).toHaveLength(1);
    expect(markup).toMatch(/<th scope="col" data-align="end" aria-sort="ascending"><button type="button"/);
  });

  test("what a header's button will do", () => {
    const titles = (text: string) =>
      [...text.matchAll(/<button type="button" title="([^"]+)"/g)].map(([, title]) => title);
    expect(titles(markup)).toEqual([props.texts.sortAscending, props.texts.sortDescending]);
    const descending = draw({ sort: { key: "value", direction: "descending" } });
    expect(titles(descending)).toEqual([props.texts.sortAscending, props.texts.sortAscending]);
  });

  test("which row is selected", () => {
    expect(markup).toMatch(/<tr aria-rowindex="3" aria-current="true"[^>]*><th scope="row"[^>]*>commune 1000</);
    expect(draw({ selectedRow: null })).not.toContain("aria-current");
  });

  test("one row, and only one, is on the way of the Tab key", () => {
    expect(rowsOf(markup).filter(([, , tab]) => tab === "0")).toHaveLength(1);
  });

  test("the rows that are not drawn keep their room", () => {
    const room = Number(markup.match(/aria-hidden="true" class="[^"]*" style="height:(\d+)px"/)?.[1]);
    expect(room).toBe((COUNT - rowsOf(markup).length) * 36);
  });

  test("no row: a header and nothing else", () => {
    const empty = draw({ rows: [] });
    expect(empty).toContain('aria-rowcount="1"');
    expect(empty).toMatch(/<tbody><\/tbody>/);
  });
});

test.each([
  ["ArrowDown", 5, 6],
  ["ArrowUp", 5, 4],
  ["ArrowUp", 0, 0],
  ["PageDown", 5, 14],
  ["PageUp", 5, 0],
  ["Home", 50, 0],
  ["End", 5, 99],
  ["ArrowDown", 99, 99],
])("%s at row %i goes to %i", (key, position, target) => {
  expect(keyTarget(key, position, 10, 100)).toBe(target);
});

test("other keys are left to the page", () => {
  expect(keyTarget("Tab", 5, 10, 100)).toBeNull();
  expect(keyTarget("toString", 5, 10, 100)).toBeNull();
});

test("the least scrolling shows the row whole", () => {
  expect(nearestScroll(0, 500, 360)).toBe(0);
  expect(nearestScroll(10, 0, 360)).toBe(36);
  expect(nearestScroll(5, 36, 360)).toBe(36);
  expect(nearestScroll(100, 0, 360)).toBe(101 * 36 - 360);
  expect(nearestScroll(20, 1000, 360)).toBe(720);
});
