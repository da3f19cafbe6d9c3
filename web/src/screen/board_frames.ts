/** How a figure climbs the leaderboard: tread by tread, as a transform. Pure. */
import type { Move } from "../pictures/playhead";
import { STEP_UP } from "../pictures/timing";
import type { Climb } from "./leaderboard_moves";

/** The part of each tread's time in which the figure moves; it stands for the rest. */
const MOVING = 0.75;

type Point = { readonly x: number; readonly y: number };

/** The frames of a climb; `at` says where a tread's figure stands. Who comes from below the board appears there. */
export function climbFrames(climb: Climb, treads: number, at: (tread: number) => Point): Keyframe[] {
  const hops = Math.abs(climb.from - climb.to);
  const direction = climb.to < climb.from ? -1 : 1;
  const stand = (tread: number) => ({
    transform: `translate(${at(tread).x}px,${at(tread).y}px)`,
    opacity: tread > treads ? 0 : 1,
  });
  if (hops === 0) return [stand(climb.to), stand(climb.to)];
  const frames = Array.from({ length: hops }, (_, hop) => {
    const from = climb.from + direction * hop;
    return [
      { ...stand(from), offset: hop / hops, easing: STEP_UP },
      { ...stand(from + direction), offset: (hop + MOVING) / hops },
    ];
  });
  return [...frames.flat(), { ...stand(climb.to), offset: 1 }];
}

/** When a climb takes place. */
export function climbMove(climb: Climb): Move {
  return { delay: climb.delay, duration: Math.max(1, climb.duration) };
}
