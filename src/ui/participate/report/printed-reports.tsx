import type { OwnReport } from "../../../app/contributions/board.ts";
import { useLocale, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "./print-sheet.module.css";
import { PrintSheet } from "./print-sheet.tsx";
import { describeReport } from "./report-words.ts";

/** The reports of this browser on paper, for whoever gathers them by hand. */
export function PrintedReports({ reports, onDone }: { readonly reports: readonly OwnReport[]; onDone(): void }) {
  const t = useTexts();
  const locale = useLocale();
  const { places } = usePlaces();
  return (
    <PrintSheet onDone={onDone}>
      <h1>{t.report.paper.title}</h1>
      <p>{t.report.paper.use}</p>
      {reports
        .filter(({ state }) => state !== "withdrawn")
        .map(({ id, body }) => (
          <section key={id} className={classes.filled}>
            <dl>
              {describeReport(body, places, locale, t).map(([name, value]) => (
                <div key={name} className={classes.pair}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </PrintSheet>
  );
}
