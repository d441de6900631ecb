import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { formatTerritory } from "../../core/territory.ts";

const HEADER = [
  "rank",
  "code",
  "name",
  "lon",
  "lat",
  "people_lifted",
  "worth",
  "runner_up_code",
  "runner_up_name",
  "runner_up_loss",
  "useful_share",
  "people_nearest",
];

/** Name and text of a CSV with a line per site, most worth first. */
export function writeSitesCsv({ sites, question, staff, capacity }: PlaceSitesAnswer): [name: string, text: string] {
  const parts = staff ?? [];
  const places = capacity?.sites ?? [];
  const header = [
    ...HEADER,
    ...(capacity ? ["places", "mean_minutes", "one_more_place_saves"] : []),
    ...parts.flatMap(({ profession }) => [`fte_${profession}`, `people_lifted_${profession}`]),
  ];
  const lines = sites.map((site, k) =>
    [
      k + 1,
      site.code,
      quote(site.name),
      site.lon,
      site.lat,
      site.peopleLifted,
      site.worth,
      site.runnerUp?.code ?? "",
      quote(site.runnerUp?.name ?? ""),
      site.runnerUp?.loss ?? "",
      site.useful,
      site.peopleNearest ?? "",
      ...places.slice(k, k + 1).flatMap((own) => [own.capacity, own.minutes, own.oneMore]),
      ...parts.flatMap(({ fte, sites: gains }) => [fte * (site.size?.multiple ?? 1), gains[k].peopleLifted]),
    ].join(","),
  );
  const place = formatTerritory(question.territory).replace(":", "-");
  return [`oasis-sites-${question.objective}-${place}.csv`, `${[header.join(","), ...lines].join("\n")}\n`];
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
