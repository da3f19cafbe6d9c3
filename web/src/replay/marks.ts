/** What stands on the stair of the timeline: how answers came in, and what happened, each at its place. Pure, in pixels. */
import type { ActionKind, AnswersIn, HostAction, Replay } from "../wire/generated";
import type { Chapter } from "./chapters";
import { lastWhere } from "./last";
import { placeOf, type Step } from "./stair";

/** A bar of answers on the edge of a step. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  /** 0..1: how many came in, as a part of the most that did in so much time of this vote: each has its own shape. */
  readonly share: number;
  /** How high the edge lies that it stands on. */
  readonly foot: number;
}

/** Something that happened, on the edge of a step. */
export interface Mark {
  readonly kind: ActionKind | "reveal" | "second_vote";
  readonly x: number;
  readonly foot: number;
  /** On a step that is not open, where there is less room. */
  readonly isSmall: boolean;
  readonly action: HostAction | null;
}

/** The least pixels that a bar is drawn on. */
const BAR_LEAST = 2;
/** Marks of one kind closer than this are one. */
const APART = 5;

/** The answers of all votes as bars. */
export function barsOf(replay: Replay, chapters: readonly Chapter[], steps: readonly Step[]): Bar[] {
  return replay.answers.flatMap((vote) => barsOfVote(vote, chapters, steps));
}

/** Bars of one vote; what falls on the same few pixels is taken together. */
function barsOfVote(vote: AnswersIn, chapters: readonly Chapter[], steps: readonly Step[]): Bar[] {
  const bars: Bar[] = [];
  let from = vote.at;
  let sum = 0;
  vote.counts.forEach((count, place) => {
    const to = vote.at + (place + 1) * vote.every_millis;
    sum += count;
    const x = placeOf(from, chapters, steps);
    const width = placeOf(to, chapters, steps) - x;
    if (width < BAR_LEAST && place < vote.counts.length - 1) return;
    if (sum > 0) bars.push({ x, width: Math.max(1, width), share: sum / (to - from), foot: footAt(x, steps) });
    from = to;
    sum = 0;
  });
  const most = Math.max(...bars.map((bar) => bar.share));
  return bars.map((bar) => ({ ...bar, share: bar.share / most }));
}

/** Reveals, second votes and what the host did, in order of time. */
export function marksOf(replay: Replay, chapters: readonly Chapter[], steps: readonly Step[]): Mark[] {
  const of = (kind: Mark["kind"], at: number, action: HostAction | null = null): Mark => {
    const x = placeOf(at, chapters, steps);
    return { kind, x, foot: footAt(x, steps), isSmall: !stepAt(x, steps)?.isOpen, action };
  };
  const shown = replay.moments.flatMap((moment, place) => {
    if (moment.board || (moment.kind !== "reveal" && moment.kind !== "second_vote")) return [];
    const before = replay.moments[place - 1];
    const isOn = before?.card === moment.card && (before.kind === moment.kind || before.kind === "flow");
    return isOn ? [] : [of(moment.kind, moment.at)];
  });
  const done = replay.actions.map((action) => of(action.kind, action.at, action));
  return [...shown, ...done]
    .sort((one, other) => one.x - other.x)
    .filter((mark, place, all) => !all.slice(0, place).some((one) => one.kind === mark.kind && mark.x - one.x < APART));
}

function stepAt(x: number, steps: readonly Step[]): Step | undefined {
  return steps[Math.max(0, lastWhere(steps, (step) => step.left <= x + 0.5))];
}

function footAt(x: number, steps: readonly Step[]): number {
  return stepAt(x, steps)?.height ?? 0;
}
