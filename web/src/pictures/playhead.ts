/**
 * Motion that can be played, paused and sought.
 *
 * A picture's moves are all made when it appears and are told where to stand by one playhead, so that the live screen,
 * the replay at any speed and a still picture show the same frames.
 */
import type { Attachment } from "svelte/attachments";
import { STEP_UP, STILL } from "./timing";

/** Where a picture's motion is: `elapsed` milliseconds since it began, going on at `rate` (0 stands still). */
export interface Playhead {
  readonly elapsed: number;
  readonly rate: number;
}

/** Everything at its place. */
export const AT_REST: Playhead = { elapsed: STILL, rate: 0 };

export interface Move {
  readonly delay: number;
  readonly duration: number;
}

/** Whether this device asks for less motion. */
export function isMotionReduced(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Makes an element go through keyframes on the playhead's time. It stands at its first frame before, at its last after. */
export function moves(head: Playhead, frames: Keyframe[], move: Move, easing = STEP_UP): Attachment {
  return (node) => {
    if (isMotionReduced() || head.elapsed >= move.delay + move.duration) return stand(node, frames);
    const animation = node.animate(frames, { ...move, easing, fill: "both" });
    animation.currentTime = head.elapsed;
    animation.playbackRate = head.rate || 1;
    if (head.rate === 0) animation.pause();
    else animation.play();
    return () => animation.cancel();
  };
}

/** A figure's or word's last frame without any motion. */
function stand(node: Element, frames: Keyframe[]): (() => void) | undefined {
  const last = frames.at(-1);
  if (!last) return undefined;
  const { offset: _offset, easing: _easing, composite: _composite, ...style } = last;
  const animation = node.animate([style, style], { duration: 1, fill: "both" });
  animation.finish();
  return () => animation.cancel();
}

/** Comes from 12 px below at `delay`. */
export function arrives(head: Playhead, delay: number, duration = 240): Attachment {
  return moves(
    head,
    [
      { opacity: 0, transform: "translateY(12px)" },
      { opacity: 1, transform: "none" },
    ],
    { delay, duration },
  );
}

/** Fades in at `delay`. */
export function fades(head: Playhead, delay: number, duration = 240): Attachment {
  return moves(head, [{ opacity: 0 }, { opacity: 1 }], { delay, duration });
}
