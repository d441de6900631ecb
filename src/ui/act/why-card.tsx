import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { fteOfSite, type PlaceSitesAnswer } from "../../app/plans.ts";
import { downloadFile } from "../parts/download-file.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { listReasons } from "./site-reasons.ts";
import { writeSitesCsv } from "./sites-csv.ts";
import classes from "./why-card.module.css";

/** Site by site: who gains, who would have come second, and what limits it. */
export function WhyCard({ answer }: { readonly answer: PlaceSitesAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.act.why;
  const { sites, question } = answer;
  const each = fteOfSite(question);
  const ties = sites.length > 0 && sites.every(({ worth }) => Math.abs(worth) < 1e-9);
  return (
    <section className={classes.card} aria-label={words.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <InfoButton topic="act" />
      </div>
      {ties && <p className={classes.note}>{words.ties}</p>}
      {sites.length === 0 && <p className={classes.note}>{words.none}</p>}
      <ol className={classes.list}>
        {sites.map((site, k) => (
          <li key={site.code} className={classes.site}>
            <span className={classes.rank} aria-hidden>
              {k + 1}
            </span>
            <div>
              <h3 className={classes.name}>{site.name}</h3>
              {site.size && (
                <p className={classes.line}>
                  {words.size(f.limit(each * site.size.multiple), f.integer(site.size.cost))}
                </p>
              )}
              {listReasons(k, answer, f, t).map((line) => (
                <p key={line} className={classes.line}>
                  {line}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {sites.length > 0 && (
        <>
          <p className={classes.note}>{answer.capacity ? t.act.capacity.note : words.loss}</p>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => downloadFile(...writeSitesCsv(answer), "text/csv")}
          >
            {words.download}
          </Button>
        </>
      )}
    </section>
  );
}
