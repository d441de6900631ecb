import { useMemo } from "react";
import { STATUS_CLASS } from "../../core/classes.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { describeLegend, type LegendEntry, PATTERN_COLOURS } from "../../map/legend.ts";
import { useFormats, useTexts } from "../services.tsx";
import type { Reading } from "./reading.ts";
import { Swatches } from "./swatches.tsx";

const NO_DATA: LegendEntry = {
  kind: "missing",
  classIndex: STATUS_CLASS.missing,
  colour: PATTERN_COLOURS.missing,
  pattern: "missing",
  from: null,
  to: null,
  areas: 0,
};

/** What each colour and pattern means; « sans donnée » is always there, so that its absence is not a doubt. */
export function LegendEntries({ reading }: { readonly reading: Reading }) {
  const t = useTexts();
  const f = useFormats();
  const entries = useMemo(() => {
    const described = describeLegend(reading.palette, reading.breaks, reading.classes);
    const complete = described.some((entry) => entry.kind === "missing") ? described : [...described, NO_DATA];
    return complete.map((entry) => ({ ...entry, label: nameEntry(entry, f, t) }));
  }, [reading, f, t]);
  return <Swatches entries={entries} />;
}

function nameEntry({ kind, from, to }: LegendEntry, f: Formats, t: Texts): string {
  const words = t.understand.legend;
  if (kind === "zero") return words.zero;
  if (kind !== "class") return t.statuses[kind];
  if (from === null) return to === null ? t.statuses.value : words.under(f.limit(to));
  return to === null ? words.over(f.limit(from)) : words.between(f.limit(from), f.limit(to));
}
