import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { fteOfSite, type PlaceSitesAnswer, type SiteReason, type StaffFigures } from "../../app/plans.ts";
import type { Profession } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { downloadFile } from "../parts/download-file.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useTexts } from "../services.tsx";
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
              {listReasons(site, k, answer, f, t).map((line) => (
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
          <p className={classes.note}>{words.loss}</p>
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

function listReasons(
  site: SiteReason,
  k: number,
  { question, staff }: PlaceSitesAnswer,
  f: Formats,
  t: Texts,
): readonly string[] {
  const words = t.act.why;
  const parts = staff?.filter(({ fte }) => fte > 0) ?? null;
  const lifted = parts
    ? writeLifted(parts, k, f, t)
    : site.peopleLifted > 0
      ? words.lifted(f.people(site.peopleLifted))
      : words.noneLifted;
  const runnerUp = writeRunnerUp(site, f, t);
  const andRunnerUp = runnerUp === null ? "" : ` · ${runnerUp}`;
  const limit = parts
    ? t.act.staff.limit(
        f.list(
          parts.map(({ profession, sites }) => t.act.staff.share(f.percent(sites[k].useful), nameOf(profession, f, t))),
        ),
      )
    : words.limit(f.percent(site.useful), f.limit(question.threshold));
  if (site.peopleNearest === null) return [`${lifted}${andRunnerUp}`, limit];
  const isWithin = question.objective === "mclp" || question.objective === "lscp";
  const reach = isWithin ? words.covered(f.people(site.worth)) : words.nearest(f.people(site.peopleNearest));
  return [`${reach}${andRunnerUp}`, lifted];
}

/** Who passes the threshold of each profession thanks to a site. */
function writeLifted(parts: readonly StaffFigures[], k: number, f: Formats, t: Texts): string {
  const lifting = parts.filter(({ sites }) => sites[k].peopleLifted > 0);
  if (lifting.length === 0) return t.act.staff.noneLifted;
  const people = lifting.map(({ profession, sites }) =>
    t.act.staff.people(f.people(sites[k].peopleLifted), nameOf(profession, f, t)),
  );
  return t.act.staff.lifted(f.list(people));
}

function nameOf(profession: Profession, f: Formats, t: Texts): string {
  return t.professions.names[profession].toLocaleLowerCase(f.locale);
}

/**
 * The loss as a part of what the site brings; a site nothing would be lost without has rivals as good. null: of a trade-off,
 * another would be better by the first objective alone, which says nothing against the site.
 */
function writeRunnerUp({ runnerUp, worth }: SiteReason, f: Formats, t: Texts): string | null {
  const words = t.act.why;
  if (!runnerUp) return words.alone;
  const share = runnerUp.loss / worth;
  if (share < -0.0005) return null;
  return share > 0.0005 ? words.runnerUp(runnerUp.name, f.percent(Math.min(1, share))) : words.tie(runnerUp.name);
}
