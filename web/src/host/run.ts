/** The run of cards as the lecturer improvises with it. Each change is a new order of the cards to come, for the server. */

import type { CardOutline } from "../wire/generated";

type Run = readonly CardOutline[];

/** The cards to come, in their order. */
export const cardsToCome = (cards: Run): CardOutline[] => cards.filter((card) => card.state === "coming");

const idsToCome = (cards: Run): string[] => cardsToCome(cards).map((card) => card.id);

/** The card that comes up next, or null when none does. */
export const nextCard = (cards: Run): CardOutline | null => cards.find((card) => card.state === "coming") ?? null;

/** The card that was shown last; null before the first. */
export const lastDone = (cards: Run): CardOutline | null => cards.filter((card) => card.state === "done").at(-1) ?? null;

/** The number that the class knows a card by; null for a trial, and for what was skipped or set aside. */
export function cardNumbers(cards: Run): ReadonlyMap<string, number> {
  const counted = cards.filter((card) => !card.is_trial && card.state !== "skipped" && card.state !== "aside");
  return new Map(counted.map((card, place) => [card.id, place + 1]));
}

/** One place up (-1) or down (1); null where there is no such place. */
export function moved(cards: Run, card: string, by: 1 | -1): string[] | null {
  const order = idsToCome(cards);
  const from = order.indexOf(card);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return null;
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
}

/** First of all that comes; also takes up a card that was set aside. */
export function asNext(cards: Run, card: string): string[] {
  return [card, ...idsToCome(cards).filter((other) => other !== card)];
}

export const setAside = (cards: Run, card: string): string[] => idsToCome(cards).filter((other) => other !== card);

/** A card that was set aside comes last. */
export const takenUp = (cards: Run, card: string): string[] => [...setAside(cards, card), card];

/** When time runs out: only so many, the last ones. */
export const onlyLast = (cards: Run, count: number): string[] => idsToCome(cards).slice(-count);
