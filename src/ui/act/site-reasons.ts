import type { PlaceSitesAnswer, SiteReason, StaffFigures } from "../../app/plans.ts";
import type { Profession } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** Why the site of rank `k` is in the plan and what limits it, a line each. */
export function listReasons(k: number, answer: PlaceSitesAnswer, f: Formats, t: Texts): readonly string[] {
  const { question, staff, capacity } = answer;
  const site = answer.sites[k];
  const words = t.act.why;
  const parts = staff?.filter(({ fte }) => fte > 0) ?? null;
  const lifted = parts
    ? writeLifted(parts, k, f, t)
    : site.peopleLifted > 0
      ? words.lifted(f.people(site.peopleLifted))
      : words.noneLifted;
  if (capacity) return [...listPlaces(k, answer, f, t), lifted];
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

/** Of a site that takes so many people: who comes, who would have come second, and whether its capacity limits it. */
function listPlaces(k: number, { sites, capacity, question, found }: PlaceSitesAnswer, f: Formats, t: Texts) {
  const own = capacity?.sites[k];
  if (!own) return [];
  const words = t.act.capacity;
  const { runnerUp } = sites[k];
  const places = f.integer(own.capacity);
  const time = (minutes: number) => t.act.minutes(f.decimal(minutes, 1));
  const isTime = question.objective === "p-median";
  const comes = own.people > 0 ? words.site(f.integer(own.people), places, time(own.minutes)) : words.empty(places);
  const loss = Math.max(0, runnerUp?.loss ?? 0);
  const rival = !runnerUp
    ? words.alone
    : loss <= 1e-4 * found.objective
      ? t.act.why.tie(runnerUp.name)
      : isTime
        ? words.runnerUpTime(runnerUp.name, f.percent(loss / found.objective))
        : words.runnerUpPeople(runnerUp.name, f.integer(loss));
  const left = own.capacity - own.people;
  const limit =
    left >= 0.5
      ? words.room(f.integer(left))
      : own.oneMore <= 1e-9
        ? words.full
        : isTime
          ? words.limitTime(time(own.oneMore))
          : words.limitPeople;
  return [`${comes} · ${rival}`, limit];
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
