/**
 * The replay's cursor: where it is, whether it plays and how fast. It knows nothing of the page around it. Where its part
 * has not come yet it waits there, and shows what it showed before.
 */
import { AT_REST, type Playhead } from "../pictures/playhead";
import type { Replay, ReplayPart, ServerMillis, Version } from "../wire/generated";
import { type Chapter, chapterAt, chaptersOf } from "./chapters";
import { Frames } from "./frames";
import { lastWhere } from "./last";
import type { LinkedMoment } from "./moment_link";

export const SPEEDS = [1, 2, 4, 8, 16, 32] as const;
export type Speed = (typeof SPEEDS)[number];

/** A step back that comes later than this after the start of something goes to that start first. */
const WITHIN_MILLIS = 1500;

export class Player {
  readonly frames: Frames;
  readonly chapters: readonly Chapter[];
  readonly replay: Replay;
  time = $state<ServerMillis>(0);
  isPlaying = $state(false);
  speed = $state<Speed>(1);
  /** Where the motion of the present moment is. */
  head = $state.raw<Playhead>(AT_REST);
  /** The part that must come before the present moment can be shown. */
  waitsFor = $state<number | null>(null);
  #index = $state(0);
  /** Which version is gone to, where the time alone does not say it: several frames may have the same. */
  #version: Version | null = null;
  /** Whether it was jumped to what has not come yet: then it is shown at rest. */
  #isJump = false;
  #boards = $state(0);
  readonly index = $derived(this.#index);
  readonly view = $derived.by(() => this.frames.viewAt(this.#index));
  readonly before = $derived.by(() => (this.#boards >= 0 ? this.frames.boardBefore(this.view.card_number) : null));
  readonly chapter = $derived.by(() => chapterAt(this.chapters, this.time));

  /** A player of a replay of which one part has come. It stands in that part: at the moment, if that lies in it. */
  constructor(replay: Replay, first: ReplayPart, startAt: LinkedMoment | null = null) {
    this.replay = replay;
    this.frames = new Frames(replay);
    this.frames.add(first);
    this.chapters = chaptersOf(replay);
    const mark = replay.parts[first.number];
    this.#index = mark?.frame ?? 0;
    this.time = mark?.at ?? this.start;
    if (startAt) this.goTo(startAt);
  }

  /** A player of a replay with these parts of it, at the first of them. */
  static of(replay: Replay, parts: readonly ReplayPart[]): Player {
    const [first, ...others] = parts;
    if (!first) throw new RangeError("a replay is played once a part of it has come");
    const player = new Player(replay, first);
    others.forEach((part) => player.take(part));
    return player;
  }

  get start(): ServerMillis {
    return this.frames.start;
  }

  get end(): ServerMillis {
    return this.frames.end;
  }

  /** The moment that is shown: where it is, or while it waits the start of the frame that still stands there. */
  get shownTime(): ServerMillis {
    return this.waitsFor === null ? this.time : (this.frames.frame(this.#index)?.at ?? this.time);
  }

  /** The version of the frame that is shown. */
  get version(): Version {
    return this.view.version;
  }

  /** Where it is, for a link. */
  get here(): LinkedMoment {
    return { time: this.time, version: this.waitsFor === null ? this.version : this.#version };
  }

  /** Takes in a part; goes where it was to go, if that has come now. */
  take(part: ReplayPart): void {
    this.frames.add(part);
    this.#boards += 1;
    if (this.waitsFor === null || !this.frames.has(this.waitsFor)) return;
    this.#moveTo(this.time, this.#version);
    this.#aim();
    if (this.#isJump && !this.isPlaying) this.head = AT_REST;
  }

  /** Goes to a moment and shows just that frame of its motion. */
  seek(time: ServerMillis): void {
    this.#isJump = false;
    this.#moveTo(time);
    this.#aim();
  }

  /** Goes to the very frame that a link names, as it stood; one of another replay only to its time. */
  goTo(moment: LinkedMoment): void {
    const isFrame = moment.version !== null && moment.version <= this.replay.version;
    this.#jump(moment.time, isFrame ? moment.version : null);
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

  /** One speed faster (1) or slower (-1). */
  stepSpeed(direction: 1 | -1): void {
    const next = SPEEDS[SPEEDS.indexOf(this.speed) + direction];
    if (next) this.setSpeed(next);
  }

  /** Lets so many milliseconds of the viewer's own time pass. */
  pass(millis: number): void {
    if (!this.isPlaying || this.waitsFor !== null) return;
    const moment = this.frames.momentStart(this.#index);
    this.#moveTo(this.time + millis * this.speed);
    if (this.time >= this.end) this.pause();
    else if (this.frames.momentStart(this.#index) !== moment) this.#aim();
  }

  /** One frame on (1) or back (-1). */
  stepFrame(direction: 1 | -1): void {
    const next = this.#index + direction;
    const frame = this.frames.frame(next);
    if (frame) {
      this.#jump(frame.at, frame.version);
      return;
    }
    const part = this.replay.parts.find((mark) => mark.frame === (direction === 1 ? next : this.#index));
    if (part && next >= 0) this.#jump(part.at, direction === 1 ? part.version : part.version - 1);
  }

  /** One moment on or back: a phase, a revealed axis. Back goes to where the present one began first. */
  stepMoment(direction: 1 | -1): void {
    const { moments } = this.replay;
    const here = lastWhere(moments, (moment) => moment.version <= this.#versionHere());
    this.#jumpBy(direction, here, moments);
  }

  /** One chapter on or back. */
  stepChapter(direction: 1 | -1): void {
    const starts = this.chapters.map((chapter) => ({ at: chapter.start, version: chapter.version }));
    this.#jumpBy(direction, lastWhere(starts, (start) => start.version <= this.#versionHere()), starts);
  }

  /** Goes to where a chapter begins. */
  toChapter(chapter: Chapter): void {
    this.#jump(chapter.start, chapter.version);
  }

  toStart(): void {
    this.#jump(this.start, null);
  }

  toEnd(): void {
    this.isPlaying = false;
    this.#jump(this.end, null);
  }

  #jumpBy(direction: 1 | -1, here: number, starts: readonly { readonly at: ServerMillis; readonly version: Version }[]): void {
    const isWithin = this.time - (starts[here]?.at ?? this.start) > WITHIN_MILLIS;
    const wanted = direction === 1 ? here + 1 : isWithin ? here : here - 1;
    const start = starts[Math.max(0, wanted)];
    if (wanted >= starts.length || !start) this.toEnd();
    else this.#jump(start.at, start.version);
  }

  /** Where it is, also while what is there has not come: the version gone to, or the last that can be at this time. */
  #versionHere(): Version {
    if (this.waitsFor === null) return this.version;
    if (this.#version !== null) return this.#version;
    const moment = lastWhere(this.replay.moments, (one) => one.at <= this.time);
    return this.replay.moments[moment]?.version ?? this.version;
  }

  /** Standing still it shows how the moment ended, playing it plays it. */
  #jump(time: ServerMillis, version: Version | null): void {
    this.#isJump = true;
    this.#moveTo(time, version);
    if (this.isPlaying) this.#aim();
    else this.head = AT_REST;
  }

  #moveTo(time: ServerMillis, version: Version | null = null): void {
    this.time = Math.min(Math.max(time, this.start), this.end);
    this.#version = version;
    const index = version === null ? this.frames.indexAt(this.time) : this.frames.indexOfVersion(version);
    if (index === null) {
      this.waitsFor = version === null ? this.frames.partAt(this.time) : this.frames.partOfVersion(version);
      return;
    }
    this.waitsFor = null;
    this.#index = index;
    if (version === null) return;
    const next = this.frames.frame(index + 1)?.at ?? this.end;
    const at = this.frames.frame(index)?.at ?? this.start;
    this.time = Math.min(Math.max(this.time, at), Math.max(at, next - 1)); // within the time of that frame
  }

  #aim(): void {
    if (this.waitsFor !== null) return;
    const began = this.frames.frame(this.frames.momentStart(this.#index))?.at ?? this.time;
    this.head = { elapsed: this.time - began, rate: this.isPlaying ? this.speed : 0 };
  }
}
