/** When what happens in a reveal and in a leaderboard, in milliseconds. Judged in frames; see the look's motion notes. */

/** The one easing: a step up. */
export const STEP_UP = "cubic-bezier(.2,.8,.2,1)";

export const ARRIVE = 240;
export const APART = 80;
export const LEAVE = 120;
export const PLACE = 320;
export const GOLD = 320;

/** The room sees the foot of the stair first. */
const FOOT_WAIT = 500;
/** One tread: a move, then a short stand. */
export const HOP = 220;
export const HOP_MOVE = 140;
/** Not everybody starts at once. */
export const START_SPREAD = 200;
/** A pause to look, from the last foot down to the gold. */
const LOOK = 900;
/** From the gold to the words. */
const WORDS_WAIT = 240;

/** The moments of a reveal, counted from its start. */
export interface RevealTimes {
  readonly walk: number;
  readonly stand: number;
  readonly gold: number;
  readonly words: number;
}

/** The moments of a reveal in which the longest way is `hops` treads. */
export function revealTimes(hops: number): RevealTimes {
  const stand = FOOT_WAIT + START_SPREAD + Math.max(1, hops) * HOP;
  const gold = stand + LOOK;
  return { walk: FOOT_WAIT, stand, gold, words: gold + GOLD + WORDS_WAIT };
}

/** Long after every picture stands still: where motion is reduced, or when somebody comes in late. */
export const STILL = 1e7;

/** Who moved: the first vote stands, then the ribbons grow from left to right, then the second vote stands. */
export const FLOW_WAIT = 500;
export const FLOW_GROW = 700;
export const FLOW_STAND = FLOW_WAIT + FLOW_GROW;
