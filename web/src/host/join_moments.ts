/** When many came in at once, so that a flood of strangers can be taken out from that moment on. */

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
  /** How many came in within that minute. */
  readonly came: number;
  /** How many would go: all who came in from then on. */
  readonly wouldGo: number;
}

/** The latest such moments, the newest first. Who was removed is not counted. */
export function joinMoments(rows: readonly RosterRow[], language: Language): JoinMoment[] {
  const joined = rows.filter((row) => !row.is_removed).map((row) => row.joined_at).sort((one, other) => one - other);
  const minutes = new Map<number, number[]>();
  for (const at of joined) {
    const minute = Math.floor(at / MINUTE_MILLIS);
    minutes.set(minute, [...(minutes.get(minute) ?? []), at]);
  }
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return [...minutes.values()]
    .filter((group) => group.length >= GROUP)
    .map((group) => ({
      since: group[0]!,
      time: time.format(group[0]),
      came: group.length,
      wouldGo: joined.filter((at) => at >= group[0]!).length,
    }))
    .reverse()
    .slice(0, MOMENTS_MOST);
}
