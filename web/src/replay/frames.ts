/**
 * A replay's frames as views. A frame holds what changed; a view is all changes up to it, in order. Pure.
 *
 * Every so many frames the whole view is kept, so that going back costs no more than going on.
 */
import { momentOf, slideOf } from "../screen/moments";
import type { Replay, ScreenView, ServerMillis, StandingRow } from "../wire/generated";

const KEEP_EVERY = 64;

export class Frames {
  readonly #replay: Replay;
  readonly #kept: ScreenView[] = [];
  /** For every frame: the frame at which what moves on it began. */
  readonly #momentStart: number[] = [];
  /** The frames at which a moment begins, in order. */
  readonly moments: readonly number[];
  readonly #boards: { readonly card: number; readonly rows: readonly StandingRow[] }[] = [];
  #last: { readonly index: number; readonly view: ScreenView } | null = null;

  /** Raises RangeError for a replay without frames. */
  constructor(replay: Replay) {
    if (replay.frames.length === 0) throw new RangeError("a replay has at least one frame");
    this.#replay = replay;
    const moments: number[] = [];
    let view: ScreenView | null = null;
    let moment = "";
    let slide = "";
    let slideStart = 0;
    replay.frames.forEach((frame, index) => {
      view = { ...view, ...frame.change } as ScreenView; // the first frame changes every field
      if (index % KEEP_EVERY === 0) this.#kept.push(view);
      if (momentOf(view) !== moment) {
        moment = momentOf(view);
        moments.push(index);
      }
      if (slideOf(view) !== slide) {
        slide = slideOf(view);
        slideStart = index;
      }
      // a slide goes on under a board: once the board is gone it does not move in anew
      this.#momentStart.push(view.board ? (moments.at(-1) ?? 0) : slideStart);
      if (view.leaderboard.length > 0) this.#noteBoard(view);
    });
    this.moments = moments;
  }

  get count(): number {
    return this.#replay.frames.length;
  }

  get start(): ServerMillis {
    return this.at(0);
  }

  /** When the last frame stands, with a while to look at it. */
  get end(): ServerMillis {
    return Math.max(this.at(this.count - 1), this.#replay.ended_at ?? 0) + 5000;
  }

  /** When a frame came; the nearest end for an index outside. */
  at(index: number): ServerMillis {
    const frame = this.#replay.frames[Math.min(Math.max(index, 0), this.count - 1)];
    return frame?.at ?? 0;
  }

  /** The last frame at or before a moment; the first before all. */
  indexAt(time: ServerMillis): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.at(middle) <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The whole view at a frame. */
  viewAt(index: number): ScreenView {
    const wanted = Math.min(Math.max(index, 0), this.count - 1);
    const kept = Math.floor(wanted / KEEP_EVERY);
    const isOnward = this.#last !== null && this.#last.index <= wanted && this.#last.index >= kept * KEEP_EVERY;
    let at = isOnward && this.#last ? this.#last.index : kept * KEEP_EVERY;
    let view = (isOnward && this.#last ? this.#last.view : this.#kept[kept]) as ScreenView;
    while (at < wanted) {
      at += 1;
      view = { ...view, ...this.#replay.frames[at]?.change };
    }
    this.#last = { index: wanted, view };
    return view;
  }

  /** The frame at which the moment of this frame began. */
  momentStart(index: number): number {
    return this.#momentStart[Math.min(Math.max(index, 0), this.count - 1)] ?? 0;
  }

  /** The leaderboard before the one after this card; null when there was none. */
  boardBefore(card: number): readonly StandingRow[] | null {
    return this.#boards.filter((board) => board.card < card).at(-1)?.rows ?? null;
  }

  #noteBoard(view: ScreenView): void {
    if (this.#boards.at(-1)?.card === view.card_number) this.#boards.pop();
    this.#boards.push({ card: view.card_number, rows: view.leaderboard });
  }
}
