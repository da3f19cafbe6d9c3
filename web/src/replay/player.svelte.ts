/** The replay's cursor: where it is, whether it plays and how fast. It knows nothing of the page around it. */
import { AT_REST, type Playhead } from "../pictures/playhead";
import type { Replay, ServerMillis } from "../wire/generated";
import { type Chapter, chapterAt, chaptersOf } from "./chapters";
import { Frames } from "./frames";
import { lastWhere } from "./last";

export const SPEEDS = [1, 2, 4, 8, 16, 32] as const;
export type Speed = (typeof SPEEDS)[number];

export class Player {
  readonly frames: Frames;
  readonly chapters: readonly Chapter[];
  time = $state<ServerMillis>(0);
  isPlaying = $state(false);
  speed = $state<Speed>(1);
  /** Where the motion of the present moment is. */
  head = $state.raw<Playhead>(AT_REST);
  #index = $state(0);
  readonly index = $derived(this.#index);
  readonly view = $derived.by(() => this.frames.viewAt(this.#index));
  readonly before = $derived.by(() => this.frames.boardBefore(this.view.card_number));
  readonly chapter = $derived.by(() => chapterAt(this.chapters, this.time));

  /** Raises RangeError for a replay without frames. */
  constructor(replay: Replay, startAt: ServerMillis | null = null) {
    this.frames = new Frames(replay);
    this.chapters = chaptersOf(replay, this.frames);
    this.time = this.frames.start;
    if (startAt !== null) this.seek(startAt);
  }

  get start(): ServerMillis {
    return this.frames.start;
  }

  get end(): ServerMillis {
    return this.frames.end;
  }

  /** Goes to a moment and shows just that frame of its motion. */
  seek(time: ServerMillis): void {
    this.#moveTo(time);
    this.#aim();
  }

  /** Goes to where a moment begins; standing still it shows how the moment ended, playing it plays it. */
  jump(time: ServerMillis): void {
    this.#moveTo(time);
    if (this.isPlaying) this.#aim();
    else this.head = AT_REST;
  }

  play(): void {
    if (this.time >= this.end) this.#moveTo(this.start);
    this.isPlaying = true;
    this.#aim();
  }

  pause(): void {
    this.isPlaying = false;
    this.#aim();
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.#aim();
  }

  /** Lets so many milliseconds of the viewer's own time pass. */
  pass(millis: number): void {
    if (!this.isPlaying) return;
    const moment = this.frames.momentStart(this.#index);
    this.#moveTo(this.time + millis * this.speed);
    if (this.time >= this.end) this.pause();
    else if (this.frames.momentStart(this.#index) !== moment) this.#aim();
  }

  /** One frame on (1) or back (-1). */
  stepFrame(direction: 1 | -1): void {
    this.jump(this.frames.at(this.#index + direction));
  }

  /** One moment on or back: a phase, a revealed axis. Back goes to where the present one began first. */
  stepMoment(direction: 1 | -1): void {
    const { moments } = this.frames;
    const here = lastWhere(moments, (index) => this.frames.at(index) <= this.time);
    this.#jumpBy(direction, here, moments.map((index) => this.frames.at(index)));
  }

  /** One chapter on or back. */
  stepChapter(direction: 1 | -1): void {
    this.#jumpBy(direction, this.chapter, this.chapters.map((chapter) => chapter.start));
  }

  toStart(): void {
    this.jump(this.start);
  }

  toEnd(): void {
    this.isPlaying = false;
    this.jump(this.end);
  }

  #jumpBy(direction: 1 | -1, here: number, starts: readonly ServerMillis[]): void {
    const began = starts[here] ?? this.start;
    const isWithin = this.time - began > 1500;
    const wanted = direction === 1 ? here + 1 : isWithin ? here : here - 1;
    if (wanted >= starts.length) this.toEnd();
    else this.jump(starts[Math.max(0, wanted)] ?? this.start);
  }

  #moveTo(time: ServerMillis): void {
    this.time = Math.min(Math.max(time, this.start), this.end);
    this.#index = this.frames.indexAt(this.time);
  }

  #aim(): void {
    const began = this.frames.at(this.frames.momentStart(this.#index));
    this.head = { elapsed: this.time - began, rate: this.isPlaying ? this.speed : 0 };
  }
}
