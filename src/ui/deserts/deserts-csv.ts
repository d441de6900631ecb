import type { DesertsAnswer } from "../../app/spatial.ts";
import { formatTerritory } from "../../core/territory.ts";

const HEADER = [
  "desert",
  "around",
  "departements",
  "people",
  "people_inside",
  "communes",
  "communes_inside",
  "depth",
  "robustness",
  "codes",
];

/** Name and text of a CSV with a line per desert, or the only one asked, as the command line writes it. */
export function writeDesertsCsv(
  answer: DesertsAnswer,
  codeOf: (unit: number) => string,
  only: number | null,
): [name: string, text: string] {
  const lines = answer.deserts.flatMap((desert, k) => {
    if (only !== null && k !== only) return [];
    const cells = [
      k + 1,
      quote(desert.around.join(" / ")),
      desert.departements.join(" "),
      desert.people,
      desert.peopleInside,
      desert.areas,
      desert.areasInside,
      writeNumber(desert.depth),
      writeNumber(desert.robustness),
      Array.from(desert.units, codeOf).join(" "),
    ];
    return [cells.join(",")];
  });
  const place = formatTerritory(answer.territory).replace(":", "-");
  const name = only === null ? `oasis-deserts-${place}.csv` : `oasis-desert-${only + 1}-${place}.csv`;
  return [name, `${[HEADER.join(","), ...lines].join("\n")}\n`];
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : "";
}
