/** What counts as one moment of the screen: all views of it share the motion that began with the first. Pure. */
import type { ScreenView } from "../wire/generated";

/** Names the slide under any board: a phase of a card at one of its votes, a revealed axis or who moved on it. */
export function slideOf(view: ScreenView): string {
  const { round, reveal } = view;
  const picture = reveal ? [reveal.shown_axis, reveal.shows_flow, reveal.is_earlier] : [];
  return [view.phase, view.card_number, round?.card ?? "", round?.vote ?? 1, ...picture].join(" ");
}

/** Names the moment of a view: the board that lies over the slide, else the slide itself. */
export function momentOf(view: ScreenView): string {
  const { board } = view;
  if (!board) return slideOf(view);
  return [slideOf(view), "under", board.kind, board.matrix?.axis ?? ""].join(" ");
}
