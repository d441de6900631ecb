import type { Change, Opening, Staff } from "../../core/scenario/change.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** A change in a sentence; `nameOf` names a commune by its code. */
export function writeChange(change: Change, nameOf: (code: string) => string, f: Formats, t: Texts): string {
  const { says, days } = t.scenario.changes;
  const staff = ({ fte, profession }: Staff) =>
    t.scenario.changes.staff(f.limit(fte), t.professions.names[profession].toLocaleLowerCase(f.locale));
  const opening = (of: Opening) => `${f.list(of.staff.map(staff))}, ${days(f.limit(of.days))}`;
  const list = (codes: readonly string[]) => f.list(codes.map(nameOf));
  switch (change.kind) {
    case "open-centre":
      return says[change.kind](change.centre, nameOf(change.commune), opening(change.to));
    case "resize-centre":
      return says[change.kind](change.centre, nameOf(change.commune), opening(change.from), opening(change.to));
    case "close-centre":
      return says[change.kind](change.centre, nameOf(change.commune), opening(change.from));
    case "departure":
      return says[change.kind](nameOf(change.commune), staff(change));
    case "departure-by-age":
      return says[change.kind](f.integer(change.upTo));
    case "mobile-unit":
      return says[change.kind](
        list(change.stops.map(({ commune }) => commune)),
        f.integer(change.stops.reduce((sum, stop) => sum + 12 * stop.halfDays * stop.consultations, 0)),
      );
    case "teleconsultation":
      return says[change.kind](nameOf(change.commune), f.integer(change.consultations), f.percent(change.excluded));
    case "transport-line":
      return says[change.kind](list(change.communes), list(change.destinations), f.limit(change.minutes));
    case "displaced-staff":
      return says[change.kind](nameOf(change.from), nameOf(change.to), staff(change));
  }
}
