import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarVisit, dateOf, formatCalendar } from "../../../src/core/rounds/calendar.ts";

const VISIT: CalendarVisit = {
  uid: "2027-01-04-1-53096@rounds.oasis",
  date: "2027-01-04",
  start: 8 * 60 + 30,
  end: 11 * 60 + 45.4,
  title: "Ernée",
  location: "Ernée; place, halle \\ marché",
  description: "a\nb",
};
const STAMP = "20261122T100000Z";

/** What a reader makes of it (RFC 5545 §3.1): lines unfolded, name before the first colon. */
function readLines(text: string): readonly (readonly [string, string])[] {
  const lines = text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "");
  return lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
}

function unescapeText(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (c === "n" || c === "N" ? "\n" : c));
}

describe("rounds as iCalendar (RFC 5545)", () => {
  it("one event, as written by hand", () => {
    expect(formatCalendar([VISIT], STAMP).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Oasis//Rounds//FR",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      "UID:2027-01-04-1-53096@rounds.oasis",
      "DTSTAMP:20261122T100000Z",
      "DTSTART:20270104T083000",
      "DTEND:20270104T114500",
      "SUMMARY:Ernée",
      "LOCATION:Ernée\\; place\\, halle \\\\ marché",
      "DESCRIPTION:a\\nb",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("lines end with CRLF, hold at most 75 octets, break no character, and say what was said once unfolded", () => {
    const word = fc
      .string({ unit: "grapheme", maxLength: 120 })
      .map((text) => text.replaceAll(/[\r\v\f\u2028\u2029]/g, ""));
    fc.assert(
      fc.property(word, word, (title, description) => {
        const text = formatCalendar([{ ...VISIT, title, description }], STAMP);
        expect(text.endsWith("\r\n")).toBe(true);
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          const whole = (text: string) => !/\p{Surrogate}/u.test(text);
          expect(whole(line)).toBe(whole(title) && whole(description));
          expect(line).not.toContain("\n");
        }
        const read = new Map(readLines(text));
        expect(unescapeText(read.get("SUMMARY") ?? "?")).toBe(title);
        expect(unescapeText(read.get("DESCRIPTION") ?? "?")).toBe(description);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("a visit without length has no end, one past midnight ends on the next day; days of a period skip the rest of the week", () => {
    expect(formatCalendar([{ ...VISIT, end: VISIT.start }], STAMP)).not.toContain("DTEND");
    expect(formatCalendar([{ ...VISIT, end: 25 * 60 }], STAMP)).toContain("DTEND:20270105T010000");
    // Five days a week from Monday 4 January 2027: day 5 is Monday 11; day 19 is Friday 29.
    expect([0, 4, 5, 19].map((day) => dateOf("2027-01-04", day, 5))).toEqual([
      "2027-01-04",
      "2027-01-08",
      "2027-01-11",
      "2027-01-29",
    ]);
  });
});
