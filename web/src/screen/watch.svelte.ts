/** What the projector remembers between two views: when the present moment began, and the leaderboard before. */
import { AT_REST, type Playhead } from "../pictures/playhead";
import type { ScreenView, StandingRow } from "../wire/generated";
import { momentOf, slideOf } from "./moments";

export class Watch {
  view = $state.raw<ScreenView | null>(null);
  head = $state.raw<Playhead>(AT_REST);
  before = $state.raw<readonly StandingRow[] | null>(null);
  #board: readonly StandingRow[] | null = null;

  /** Takes a view in. What was on the screen at the first one stands still: nobody saw it begin. */
  take(view: ScreenView): void {
    const isNew = this.view === null || momentOf(view) !== momentOf(this.view);
    const isSameSlide = this.view !== null && slideOf(view) === slideOf(this.view);
    /** Under a board that goes lies a slide that was seen: it stands. */
    const isUncovered = isSameSlide && view.board === null;
    if (isNew) {
      this.head = this.view === null || isUncovered ? AT_REST : { elapsed: 0, rate: 1 };
      if (view.phase === "leaderboard" && !isSameSlide) this.before = this.#board;
    }
    if (view.leaderboard.length > 0) this.#board = view.leaderboard;
    this.view = view;
  }

  /** Jumps to the end of whatever moves. */
  skip(): void {
    this.head = AT_REST;
  }
}
