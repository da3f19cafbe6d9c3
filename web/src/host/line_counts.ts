/** How the lines of those in the room do, in numbers. */

import type { RosterRow } from "../wire/generated";

export interface LineCounts {
  readonly joined: number;
  readonly here: number;
  readonly shaky: number;
  readonly away: number;
}

/** Counts everybody who plays; who holds on with trouble is connected too. */
export function lineCounts(rows: readonly RosterRow[]): LineCounts {
  const playing = rows.filter((row) => !row.is_removed);
  const on = (line: RosterRow["line"]) => playing.filter((row) => row.line === line).length;
  return { joined: playing.length, here: on("here") + on("shaky"), shaky: on("shaky"), away: on("away") };
}
