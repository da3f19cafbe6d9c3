/** Who stands at the door, as far as the console shows them: two thousand strangers are a number, not two thousand rows. */

import type { CallerRow, DoorState } from "../wire/generated";
import { plainName } from "./roster_rows";

/** So many are shown at once; others are found by their name, or come up when these are done. */
export const CALLERS_SHOWN = 40;

export interface DoorRows {
  /** How many there are in this state whose name holds what is sought. */
  readonly found: number;
  /** The first of them, in order of asking. */
  readonly shown: readonly CallerRow[];
}

export function doorRows(callers: readonly CallerRow[], state: DoorState, wanted: string): DoorRows {
  const sought = plainName(wanted.trim());
  const found = callers.filter((caller) => caller.state === state && plainName(caller.name).includes(sought));
  return { found: found.length, shown: found.slice(0, CALLERS_SHOWN) };
}

/** Up to which moment to let in, so that whoever asks while the finger comes down is not among them. */
export const newestOf = (callers: readonly CallerRow[]): number =>
  callers.reduce((newest, caller) => (caller.state === "waiting" ? Math.max(newest, caller.asked_at) : newest), 0);
