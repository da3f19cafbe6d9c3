/** What the right shares and counts suggest to the lecturer. The sentences are in the words; here is only the choice. */

import type { CardOutline, HostAxis, TrapView } from "../wire/generated";

/** Under 35 % explain, from 35 to 70 % let them talk, above it move on; contested axes are for debate. */
export type Band = "explain" | "talk" | "move_on" | "debate";

export const TALK_FROM = 0.35;
export const TALK_UP_TO = 0.7;
/** Under this number of answers a share is said to rest on few. */
export const ENOUGH_ANSWERS = 30;

/** The band of one axis, or null while nobody answered. */
export function bandOf(axis: HostAxis): Band | null {
  if (axis.right_share === null) return null;
  if (axis.is_contested) return "debate";
  if (axis.right_share < TALK_FROM) return "explain";
  return axis.right_share <= TALK_UP_TO ? "talk" : "move_on";
}

/** The axis that asks for attention first: a contested one, else the one with the lowest right share. */
export function axisOfConcern(keys: readonly HostAxis[]): HostAxis | null {
  const answered = keys.filter((axis) => axis.right_share !== null);
  const contested = answered.find((axis) => axis.is_contested);
  if (contested) return contested;
  return answered.reduce<HostAxis | null>(
    (lowest, axis) => (lowest === null || axis.right_share! < lowest.right_share! ? axis : lowest),
    null,
  );
}

/** A wrong option with how many stood on it, and the author's sentence about it where there is one. */
export interface FallenInto {
  axis: string;
  pick: string;
  count: number;
  trap: TrapView | null;
}

/** The wrong option that most people chose over all asked axes; the scale's order decides a tie. */
export function trapMostFellInto(keys: readonly HostAxis[]): FallenInto | null {
  let most: FallenInto | null = null;
  for (const axis of keys) {
    const right = new Set(axis.accepted.map((accepted) => accepted.option));
    for (const { option, count } of axis.counts) {
      if (right.has(option) || count <= (most?.count ?? 0)) continue;
      const trap = axis.traps.find((candidate) => candidate.pick === option) ?? null;
      most = { axis: axis.axis, pick: option, count, trap };
    }
  }
  return most;
}

/** How many cards are named as having slipped. */
const SLIPPED_MOST = 4;

/** The played cards that talking would have paid for, the lowest right share first. */
export function slippedCards(cards: readonly CardOutline[]): CardOutline[] {
  return cards
    .filter((card) => card.right_share !== null && card.right_share <= TALK_UP_TO)
    .sort((one, other) => one.right_share! - other.right_share!)
    .slice(0, SLIPPED_MOST);
}
