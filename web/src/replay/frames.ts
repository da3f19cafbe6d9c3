/**
 * A replay's frames as views, as far as their parts have come. A frame holds what changed; a view is all changes of its
 * part up to it, in order. A frame goes by its number in the whole, counted from 0. Pure.
 *
 * Every so many frames the whole view is kept, so that going back costs no more than going on.
 */
import { momentOf, slideOf } from "../screen/moments";
import type { Frame, Replay, ReplayPart, ScreenView, ServerMillis, StandingRow, Version } from "../wire/generated";
import { endOf } from "./chapters";
import { lastWhere } from "./last";

const KEEP_EVERY = 64;

interface Part {
  readonly frames: readonly Frame[];
  readonly kept: readonly ScreenView[];
  /** For every frame: the frame of the part at which what moves on it began. */
  readonly momentStart: readonly number[];
}

export class Frames {
  readonly #replay: Replay;
  readonly #parts: (Part | undefined)[] = [];
  #boards: { readonly card: number; readonly rows: readonly StandingRow[] }[] = [];
  #last: { readonly index: number; readonly view: ScreenView } | null = null;

  constructor(replay: Replay) {
    this.#replay = replay;
  }

  /** Takes in a part that has come. Raises RangeError for one without frames. */
  add(part: ReplayPart): void {
    if (part.frames.length === 0) throw new RangeError("a part has at least one frame");
    const kept: ScreenView[] = [];
    const momentStart: number[] = [];
    let view: ScreenView | null = null;
    let moment = "";
    let slide = "";
    let started = 0;
    let slideStart = 0;
    part.frames.forEach((frame, index) => {
      view = { ...view, ...frame.change } as ScreenView; // the first frame changes every field
      if (index % KEEP_EVERY === 0) kept.push(view);
      if (momentOf(view) !== moment) {
        moment = momentOf(view);
        started = index;
      }
      if (slideOf(view) !== slide) {
        slide = slideOf(view);
        slideStart = index;
      }
      // a slide goes on under a board: once the board is gone it does not move in anew
      momentStart.push(view.board ? started : slideStart);
      if (view.leaderboard.length > 0) this.#noteBoard(view);
    });
    this.#parts[part.number] = { frames: part.frames, kept, momentStart };
  }

  /** Whether a part has come. */
  has(part: number): boolean {
    return this.#parts[part] !== undefined;
  }

  get start(): ServerMillis {
    return this.#replay.parts[0]?.at ?? this.#replay.opened_at;
  }

  /** When the last frame stands, with a while to look at it. */
  get end(): ServerMillis {
    return endOf(this.#replay);
  }

  /** In which part a moment lies. */
  partAt(time: ServerMillis): number {
    return Math.max(0, lastWhere(this.#replay.parts, (part) => part.at <= time));
  }

  /** In which part the frame of a version lies. */
  partOfVersion(version: Version): number {
    return Math.max(0, lastWhere(this.#replay.parts, (part) => part.version <= version));
  }

  /** The last frame at or before a moment, the first before all; null while its part has not come. */
  indexAt(time: ServerMillis): number | null {
    return this.#find(this.partAt(time), (frame) => frame.at <= time);
  }

  /** The frame that shows a version: the last at or before it; null while its part has not come. */
  indexOfVersion(version: Version): number | null {
    return this.#find(this.partOfVersion(version), (frame) => frame.version <= version);
  }

  /** The frame of that number; null while its part has not come, and beyond the last. */
  frame(index: number): Frame | null {
    const place = this.#partOf(index);
    return this.#parts[place]?.frames[index - this.#firstOf(place)] ?? null;
  }

  /** The whole view at a frame. Raises RangeError for one that has not come. */
  viewAt(index: number): ScreenView {
    const place = this.#partOf(index);
    const part = this.#parts[place];
    const first = this.#firstOf(place);
    const wanted = index - first;
    if (!part?.frames[wanted]) throw new RangeError(`frame ${index} has not come`);
    const kept = Math.floor(wanted / KEEP_EVERY);
    const isOnward = this.#last !== null && this.#last.index <= index && this.#last.index >= first + kept * KEEP_EVERY;
    let at = isOnward && this.#last ? this.#last.index - first : kept * KEEP_EVERY;
    let view = (isOnward && this.#last ? this.#last.view : part.kept[kept]) as ScreenView;
    while (at < wanted) {
      at += 1;
      view = { ...view, ...part.frames[at]?.change };
    }
    this.#last = { index, view };
    return view;
  }

  /** The frame at which the motion on this frame began. */
  momentStart(index: number): number {
    const place = this.#partOf(index);
    const first = this.#firstOf(place);
    return first + (this.#parts[place]?.momentStart[index - first] ?? 0);
  }

  /** The newest leaderboard, of those that have come, of a card before this one; null when there is none. */
  boardBefore(card: number): readonly StandingRow[] | null {
    return this.#boards[lastWhere(this.#boards, (board) => board.card < card)]?.rows ?? null;
  }

  #find(place: number, holds: (frame: Frame) => boolean): number | null {
    const part = this.#parts[place];
    if (!part) return null;
    let low = 0;
    let high = part.frames.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (holds(part.frames[middle] as Frame)) low = middle;
      else high = middle - 1;
    }
    return this.#firstOf(place) + low;
  }

  #partOf(index: number): number {
    return Math.max(0, lastWhere(this.#replay.parts, (part) => part.frame <= index));
  }

  #firstOf(place: number): number {
    return this.#replay.parts[place]?.frame ?? 0;
  }

  #noteBoard(view: ScreenView): void {
    const others = this.#boards.filter((board) => board.card !== view.card_number);
    const board = { card: view.card_number, rows: view.leaderboard };
    this.#boards = [...others, board].sort((one, other) => one.card - other.card);
  }
}
