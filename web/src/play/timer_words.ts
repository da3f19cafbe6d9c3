/** At which whole seconds the time left is spoken: half-way, ten and five. The start is spoken with the opening. */

/** Whether to speak now, given the seconds left and those of the last look (null: first look). */
export function isSpoken(seconds: number, before: number | null, limitSeconds: number): boolean {
  if (before === null || seconds >= before) return false;
  return [Math.round(limitSeconds / 2), 10, 5].some((moment) => seconds <= moment && before > moment && seconds > 0);
}
