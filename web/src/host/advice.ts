/** What the right shares and counts suggest to the lecturer. The sentences are in the words; here is only the choice. */

import type { CardOutline, HostAxis, Phase } from "../wire/generated";

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

/** What is to be done with open answers: read along, put them together, choose what is quoted, show, mark. */
export type OpenTask = "read" | "group" | "quote" | "show" | "mark";

/** The next task with the open answers of a card, or null where nothing is open or all is done. */
export function openTask(phase: Phase, keys: readonly HostAxis[]): OpenTask | null {
  const open = keys.find((key) => key.detail.open !== null && key.words.length > 0);
  if (!open) return null;
  if (phase === "answering") return "read";
  if (open.groups.length === 0) return "group";
  const isMarked = open.groups.every((group) => group.share !== null);
  if (phase !== "closed") return isMarked ? null : "mark";
  return open.groups.some((group) => group.quotes.length === 0) ? "quote" : "show";
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
