const DAY_MILLISECONDS = 86_400_000;

/** The day `months` later, the last of its month where there is no such day: `2026-08-31` + 6 → `2027-02-28`. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number);
  const first = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(first / 12), (first % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(first / 12), first % 12, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whether a claimed day or instant is more than 24 hours after an instant. */
export function isAheadOf(claimed: string, instant: string): boolean {
  const start = claimed.length === 10 ? `${claimed}T00:00:00Z` : claimed;
  return Date.parse(start) > Date.parse(instant) + DAY_MILLISECONDS;
}
