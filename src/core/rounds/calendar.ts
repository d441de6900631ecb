/** A visit on a date, in the clock of the place. */
export interface CalendarVisit {
  /** Globally unique and the same at each export of the same plan. */
  readonly uid: string;
  /** Date of the visit, YYYY-MM-DD. */
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly location: string;
  readonly description: string;
}

/**
 * Visits as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, text escaped, floating local times, which mean the
 * clock of whoever reads. `stamp`: UTC, YYYYMMDDTHHMMSSZ, when the plan was made.
 */
export function formatCalendar(visits: readonly CalendarVisit[], stamp: string): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Oasis//Rounds//FR", "CALSCALE:GREGORIAN"];
  for (const visit of visits) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${escapeText(visit.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${formatTime(visit.date, visit.start)}`,
      ...(formatTime(visit.date, visit.end) > formatTime(visit.date, visit.start)
        ? [`DTEND:${formatTime(visit.date, visit.end)}`]
        : []),
      `SUMMARY:${escapeText(visit.title)}`,
      `LOCATION:${escapeText(visit.location)}`,
      `DESCRIPTION:${escapeText(visit.description)}`,
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** Day `day` of the working days counted from a Monday-like `start` (YYYY-MM-DD), `daysPerWeek` of them a week. */
export function dateOf(start: string, day: number, daysPerWeek: number): string {
  const days = Math.floor(day / daysPerWeek) * 7 + (day % daysPerWeek);
  const [year, month, date] = start.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line end. */
function escapeText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");
}

function formatTime(date: string, minutes: number): string {
  const whole = Math.round(minutes);
  const day = whole >= DAY ? dateOf(date, Math.floor(whole / DAY), 7) : date;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.replaceAll("-", "")}T${two(Math.floor((whole % DAY) / 60))}${two(whole % 60)}00`;
}

const DAY = 1440;
const MOST_OCTETS = 75;

/** RFC 5545 §3.1: no line over 75 octets, the next ones begin with a space; never within a character. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Of a character in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
