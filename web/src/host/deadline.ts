/** Which moment the console counts down to, always from the view. */

import type { HostView } from "../wire/generated";

/** When the present stretch ends, on the server's clock; null when nothing runs out. */
export function deadlineOf(view: HostView): number | null {
  if (!view.round) return null;
  if (view.phase === "reading") return view.round.opens_at;
  if (view.phase === "answering") return view.round.closes_at;
  if (view.phase === "talk") return view.round.talk_ends_at;
  return null;
}
