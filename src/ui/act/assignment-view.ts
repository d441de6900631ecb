import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { SERVED, type Served } from "../../core/placement/assignment.ts";
import { rankNames } from "../../core/text.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { buildLinks, type Link } from "../../map/link-overlay.ts";
import { writeTimes } from "../roads/times-label.tsx";
import type { LensColumn, LensLinks } from "../understand/lens-view.ts";

type Plan = Pick<PlaceSitesAnswer, "assignment" | "points" | "sites" | "units" | "times" | "question">;

/** Lines of a plan that sends people to its sites; undefined: it sends nobody anywhere. */
export function linkPlan({ assignment, points, sites, units }: Plan): LensLinks | undefined {
  if (!assignment) return undefined;
  const { served, offsets, people } = assignment;
  const links: Link[] = [];
  for (let r = 0; r < units.length; r++) {
    if (served[r] !== SERVED.site) continue;
    for (let k = offsets[r]; k < offsets[r + 1]; k++) {
      const site = assignment.sites[k];
      const { unit, lon, lat } = sites[site];
      if (unit === units[r]) continue;
      links.push({ from: [points.lon[r], points.lat[r]], to: [lon, lat], site, people: people[k] });
    }
  }
  const rowOf = new Map(Array.from(units, (unit, r) => [unit, r]));
  return {
    lines: buildLinks(links),
    siteOf(unit) {
      const own = sites.findIndex((site) => site.unit === unit);
      if (own >= 0) return own;
      const r = rowOf.get(unit) ?? -1;
      return served[r] === SERVED.site ? assignment.sites[offsets[r]] : null;
    },
  };
}

/** Communes by how they stand, in the order of `SERVED`. */
export function countServed(served: Uint8Array): Readonly<Record<Served, number>> {
  const counts = { site: 0, beyond: 0, today: 0, nobody: 0, uncounted: 0 };
  const words = Object.keys(SERVED) as Served[];
  for (const code of served) counts[words[code]]++;
  return counts;
}

/** What serves a row of the answer: names with shares where several do, or why none does; null: not a row of the plan. */
function writeServed({ assignment, sites, question }: Plan, r: number, f: Formats, t: Texts): string | null {
  if (!assignment) return null;
  const { served, offsets, people } = assignment;
  const { words } = t.sides.links;
  const code = served[r];
  if (code === SERVED.today || code === SERVED.nobody || code === SERVED.uncounted) {
    return code === SERVED.today ? words.today : code === SERVED.nobody ? words.nobody : words.uncounted;
  }
  const flows = Array.from({ length: offsets[r + 1] - offsets[r] }, (_, n) => offsets[r] + n);
  const nameOf = (k: number) => sites[assignment.sites[k]].name;
  if (code === SERVED.beyond) return words.beyond(nameOf(flows[0]), f.integer(question.minutes));
  if (flows.length === 1) return nameOf(flows[0]);
  const all = flows.reduce((sum, k) => sum + people[k], 0);
  return f.list(flows.map((k) => words.share(nameOf(k), f.percent(people[k] / all))));
}

/** What the pointer is told of a unit. */
export function saySite(plan: Plan, f: Formats, t: Texts): (unit: number) => string | null {
  const { assignment, units, times } = plan;
  const rowOf = new Map(Array.from(units, (unit, r) => [unit, r]));
  return (unit) => {
    const r = rowOf.get(unit);
    if (r === undefined || !assignment || assignment.served[r] === SERVED.uncounted) return null;
    const name = writeServed(plan, r, f, t);
    if (name === null) return null;
    const [from, to] = [assignment.offsets[r], assignment.offsets[r + 1]];
    if (to !== from + 1) return t.sides.links.words.said(name);
    return t.sides.links.words.saidIn(name, f.decimal(assignment.minutes[from], 1), writeTimes(times, f, t));
  };
}

/** « Desservie par »; in the file INSEE codes, after a word where they serve nobody there. */
export function servedColumn(plan: Plan, rows: Uint16Array, f: Formats, t: Texts): LensColumn | null {
  const { assignment, sites, units } = plan;
  if (!assignment) return null;
  const rowOf = new Map(Array.from(units, (unit, r) => [unit, r]));
  const at = Array.from(rows, (unit) => rowOf.get(unit));
  const texts = at.map((r) => (r === undefined ? null : writeServed(plan, r, f, t)) ?? t.sides.links.words.uncounted);
  const words = Object.keys(SERVED) as Served[];
  const codes = at.map((r) => {
    const word = r === undefined ? "uncounted" : words[assignment.served[r]];
    if (r === undefined || (word !== "site" && word !== "beyond")) return word;
    const own = assignment.sites.subarray(assignment.offsets[r], assignment.offsets[r + 1]);
    const listed = Array.from(own, (site) => sites[site].code).join(" ");
    return word === "site" ? listed : `${word}:${listed}`;
  });
  const ranks = rankNames(texts);
  return {
    key: "servedBy",
    header: t.sides.links.header,
    width: 170,
    cell: (row) => texts[row],
    text: (row) => texts[row],
    compare: (a, b) => ranks[a] - ranks[b],
    csvHeader: "served_by",
    csv: (row) => codes[row],
  };
}
