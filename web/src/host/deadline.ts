/** The time that the console shows, always from the deadline in the view. */

import type { HostView } from "../wire/generated";

/** When the present stretch ends, on the server's clock; null when nothing runs out. */
export function deadlineOf(view: HostView): number | null {
  if (!view.round) return null;
  if (view.phase === "reading") return view.round.opens_at;
  if (view.phase === "answering") return view.round.closes_at;
  return null;
}

/** Whole seconds left, rounded up so that 0 means over; never below 0. */
export function secondsLeft(deadline: number, serverNow: number): number {
  return Math.max(0, Math.ceil((deadline - serverNow) / 1000));
}

/** 75 -> "1:15". */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
