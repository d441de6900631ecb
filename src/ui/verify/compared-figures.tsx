import { ScrollTable } from "../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { Verdict, type VerdictKind } from "./verdict.tsx";
import { writeSmall } from "./write-number.ts";

export interface ComparedFigure {
  readonly name: string;
  readonly value: number;
  readonly actual: number;
  readonly tolerance: number;
  /** Of the expected figure; the computed one has at least as many. */
  readonly digits: number;
  readonly verdict: VerdictKind;
}

/** Expected beside computed, with the difference and what is tolerated. */
export function ComparedFigures({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ComparedFigure[];
}) {
  const t = useTexts();
  const f = useFormats();
  const { words } = t.verify;
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.expected}</th>
          <th scope="col">{words.computed}</th>
          <th scope="col">{words.gap}</th>
          <th scope="col">{words.tolerance}</th>
          <th scope="col">{words.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, actual, tolerance, digits, verdict }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{f.decimal(value, digits)}</td>
            <td>{f.decimal(actual, Math.min(digits + 2, 6))}</td>
            <td>{writeSmall(roundNoise(actual - value), f)}</td>
            <td>{tolerance === 0 ? words.exactly : words.within(writeSmall(tolerance, f))}</td>
            <td>
              <Verdict kind={verdict} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

/** A difference of the last bit of a double is written as what it is: none. */
function roundNoise(difference: number): number {
  return Math.abs(difference) < 1e-11 ? 0 : difference;
}
