/** When many came at once, so that a flood of strangers can be told from a class by the moment it came. */

import type { RosterRow } from "../wire/generated";
import type { Language } from "../words/language.svelte";

/** So many in one minute of the clock are a group. */
const GROUP = 3;
const MOMENTS_MOST = 6;
const MINUTE_MILLIS = 60_000;

export interface JoinMoment {
  /** The first arrival of that minute, by the server's clock. */
  readonly since: number;
  /** The minute as the lecturer's clock says it. */
  readonly time: string;
  /** How many came within that minute. */
  readonly came: number;
  /** How many came from then on. */
  readonly wouldGo: number;
  /** How many had come before. */
  readonly before: number;
}

/** The latest such moments of these times, the newest first. */
export function momentsOf(times: readonly number[], language: Language): JoinMoment[] {
  const came = [...times].sort((one, other) => one - other);
  const minutes = new Map<number, number[]>();
  for (const at of came) {
    const minute = Math.floor(at / MINUTE_MILLIS);
    const group = minutes.get(minute);
    if (group) group.push(at);
    else minutes.set(minute, [at]);
  }
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  let before = 0;
  const moments: JoinMoment[] = [];
  for (const group of minutes.values()) {
    const since = group[0]!;
    if (group.length >= GROUP) moments.push({ since, time: time.format(since), came: group.length, wouldGo: came.length - before, before });
    before += group.length;
  }
  return moments.reverse().slice(0, MOMENTS_MOST);
}

/** The moments at which many came in. Who was removed is not counted. */
export const joinMoments = (rows: readonly RosterRow[], language: Language): JoinMoment[] =>
  momentsOf(rows.filter((row) => !row.is_removed).map((row) => row.joined_at), language);
