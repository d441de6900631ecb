import type { CollegeTally } from "../../../core/contributions/fold-consultations.ts";
import { STANCES } from "../../../core/contributions/record-types.ts";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { useFormats, useTexts } from "../../services.tsx";

interface TallyTableProps {
  readonly caption: string;
  readonly tally: readonly Omit<CollegeTally, "option">[];
}

/** Positions on one option, college by college: there is no line of totals. */
export function TallyTable({ caption, tally }: TallyTableProps) {
  const { committee } = useTexts();
  const f = useFormats();
  return (
    <ScrollTable caption={caption} isCaptionShown>
      <thead>
        <tr>
          <th scope="col">{committee.consultation.college}</th>
          {STANCES.map((stance) => (
            <th key={stance} scope="col">
              {committee.stances[stance]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tally.map((row) => (
          <tr key={row.college} data-college={row.college}>
            <th scope="row">{committee.colleges[row.college]}</th>
            {STANCES.map((stance) => (
              <td key={stance}>{f.integer(row[stance])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
