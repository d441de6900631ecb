import { useElementSize } from "@mantine/hooks";
import type { ParitySummary, Split } from "../../app/studies.ts";
import { DensityPlot } from "../../charts/density-plot.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { Figure } from "./figure.tsx";

/** Official values against those of the chosen model on held-out communes. */
export function CloudFigure({ study, split }: { readonly study: ParitySummary; readonly split: Split }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const { profession, year } = study.question;
  const { step, cells, counts } = study.clouds[split];
  const words = t.parity.cloud;
  const unit = t.units.short[profession];
  const triples = Array.from({ length: counts.length / 3 }, (_, k) => counts.slice(3 * k, 3 * k + 3));
  const total = triples.reduce((sum, [, , n]) => sum + n, 0);
  const near = triples.reduce((sum, [a, b, n]) => sum + (Math.abs(a - b) <= 1 ? n : 0), 0);
  const { digits } = PROFESSION_RULES[profession];
  const range = (cell: number) =>
    cell === cells - 1
      ? words.andMore(f.decimal(cell * step, digits))
      : words.from(f.decimal(cell * step, digits), f.decimal((cell + 1) * step, digits));
  const summary = words.summary(f.percent(near / total));
  return (
    <Figure
      title={words.title}
      help={summary}
      fileName={`oasis-nuage-${profession}-${year}-${split}`}
      tableTitle={words.table}
      table={
        <ScrollTable caption={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.columns.published}</th>
              <th scope="col">{words.columns.computed}</th>
              <th scope="col">{words.columns.count}</th>
            </tr>
          </thead>
          <tbody>
            {triples.map(([published, computed, n]) => (
              <tr key={`${published} ${computed}`}>
                <th scope="row">{range(published)}</th>
                <td>{range(computed)}</td>
                <td>{f.integer(n)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      }
    >
      <div ref={ref}>
        {width > 0 && (
          <DensityPlot
            step={step}
            cells={cells}
            counts={counts}
            width={Math.min(width, 480)}
            label={words.title}
            summary={summary}
            across={words.across(unit)}
            up={words.up(unit)}
            diagonal={words.diagonal}
            keyText={words.key}
            format={f.limit}
            formatCount={f.integer}
          />
        )}
      </div>
    </Figure>
  );
}
