/** Calendar days where this device is. A day is "2026-11-28": what is due on it is due from midnight, whatever the hour. */

/** A day in local time, as year-month-day; days compare as texts. */
export type Day = string;

const two = (number: number): string => String(number).padStart(2, "0");

/** The day of a moment, by this device's own clock and zone. */
export function dayOf(moment: Date): Day {
  return `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Noon of a day: no change to or from summer time moves it to another. */
export function noonOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** So many days later. Counted by the calendar: a day of 23 or 25 hours is a day. */
export function daysLater(day: Day, days: number): Day {
  const noon = noonOf(day);
  return dayOf(new Date(noon.getFullYear(), noon.getMonth(), noon.getDate() + days, 12));
}

/** How many days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  const [one, other] = [noonOf(from), noonOf(to)];
  const atUtc = (noon: Date): number => Date.UTC(noon.getFullYear(), noon.getMonth(), noon.getDate());
  return Math.round((atUtc(other) - atUtc(one)) / 86_400_000);
}
