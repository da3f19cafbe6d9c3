/** What counts as one moment of the screen: all views of it share the motion that began with the first. Pure. */
import type { ScreenView } from "../wire/generated";

/** Names the moment of a view: a phase of a card, a revealed axis, a leaderboard, the podium. */
export function momentOf(view: ScreenView): string {
  return [view.phase, view.card_number, view.reveal?.shown_axis ?? ""].join(" ");
}
