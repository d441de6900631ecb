import { useFormats, useTexts } from "../services.tsx";
import { useCatalogue } from "../use-answers.ts";
import classes from "./parity-report.module.css";
import type { Parity } from "./use-parity.ts";

/** Where the figures shown were made, of which data, by which code, and how to make them again. */
export function Provenance({ parity: { source, summary, full, fast, fullHere } }: { readonly parity: Parity }) {
  const t = useTexts();
  const f = useFormats();
  const { data: catalogue } = useCatalogue(true);
  const words = t.parity.sources;
  if (!summary) return null;
  const { profession, year, seed } = summary.question;
  if (source !== "full") {
    const { result } = source === "fast" ? fast : fullHere;
    return result ? <p className={classes.help}>{words.here(f.decimal(result.milliseconds / 1000, 1))}</p> : null;
  }
  const seconds = full?.studies[profession]?.seconds ?? Number.NaN;
  return (
    <div className={classes.help}>
      <p>{full && words.full(full.release.slice(0, 12), full.version, full.code.slice(0, 12), f.integer(seconds))}</p>
      <code className={classes.command}>
        {`npm run -s oasis -- parity --profession ${profession} --year ${year} --seed ${seed}`}
      </code>
      {catalogue && full && catalogue.release !== full.release && <p className={classes.low}>{words.stale}</p>}
    </div>
  );
}
