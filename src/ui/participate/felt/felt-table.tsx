import type { FeltAnswer } from "../../../app/felt.ts";
import { QUADRANTS } from "../../../core/participation/felt-computed.ts";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../../services.tsx";

/** The same as the drawing, area by area. */
export function FeltTable({ answer }: { readonly answer: FeltAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.felt.table;
  const rows = answer.areas
    .map((area, k) => ({ area, name: answer.names[k] }))
    .toSorted(
      (a, b) =>
        QUADRANTS.indexOf(a.area.quadrant) - QUADRANTS.indexOf(b.area.quadrant) || b.area.people - a.area.people,
    );
  return (
    <ScrollTable caption={words.caption}>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col">{words.quadrant}</th>
          <th scope="col">{words.under}</th>
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.interval}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ area, name }) => (
          <tr key={area.id} data-quadrant={area.quadrant}>
            <th scope="row">{name}</th>
            <td>{t.felt.quadrants[area.quadrant].name}</td>
            <td>{f.percent(area.under)}</td>
            <td>{area.cellsTold === 0 ? words.untold : f.decimal(area.rate, 2)}</td>
            <td>{words.between(f.decimal(area.low, 2), f.decimal(area.high, 2))}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
