/** At which whole seconds the time left is spoken. The start of a vote is spoken with its opening. */

/** While the class talks: the end speaks for itself. */
export const TALK_MOMENTS: readonly number[] = [30];

/** Half-way, ten and five; in a second vote only ten, since of a card that was heard already little is left to be said. */
export function momentsOf(limitMillis: number | null, vote: number): readonly number[] {
  if (limitMillis === null) return [];
  return vote > 1 ? [10] : [Math.round(limitMillis / 2000), 10, 5];
}

/** Whether to speak now, given the seconds left and those of the last look (null: first look). */
export function isSpoken(seconds: number, before: number | null, moments: readonly number[]): boolean {
  if (before === null || seconds >= before) return false;
  return moments.some((moment) => seconds <= moment && before > moment && seconds > 0);
}
