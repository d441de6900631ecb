import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** Minutes as « 45 min » or « 2 h 05 ». */
export function writeMinutes(minutes: number, f: Formats, t: Texts): string {
  const whole = Math.round(minutes);
  const words = t.rounds.time;
  if (whole < 60) return words.minutes(f.integer(whole));
  return words.hours(f.integer(Math.floor(whole / 60)), String(whole % 60).padStart(2, "0"));
}

/** Minutes after midnight of « 08:30 ». */
export function readClock(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return 60 * hours + minutes;
}

/** « 08:30 » of minutes after midnight; past midnight begins anew. */
export function writeClock(minutes: number): string {
  const whole = Math.round(minutes) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

/** Monday of the week of a date, YYYY-MM-DD. */
export function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const since = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - since * 86_400_000).toISOString().slice(0, 10);
}

/** The first Monday after today. */
export function nextMonday(today: Date): string {
  const local = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + 7));
  return mondayOf(local.toISOString().slice(0, 10));
}
