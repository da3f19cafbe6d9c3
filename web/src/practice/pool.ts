/**
 * The cards that this device practises, in its own storage and nowhere else.
 *
 * Other pages hand over what somebody missed: `addMissed(browserKeeper(), room, misses)`. A round that was handed over is
 * remembered, so that opening its page again brings no card back that was practised since.
 */
import type { AxisId, CardId, Confidence, Text } from "../wire/generated";
import type { Keeper } from "../play/kept";
import { dayOf, type Day } from "./days";
import { afterAnswer, isDue, isKnown, missedOn, type Place } from "./schedule";

/** A card that somebody missed, and what was said. */
export interface Miss {
  /** The deck's id as the server has it, by which the card can be asked again. */
  readonly deck: string;
  readonly card: CardId;
  readonly title: Text;
  /** The axes that went wrong: those are asked again. */
  readonly axes: readonly AxisId[];
  /** How sure one was; null where that was not said. */
  readonly confidence: Confidence | null;
  /** The first wrong pick in a few words; null where nothing was said. */
  readonly said: Text | null;
  /** Whether all that went wrong was nearly right. */
  readonly isAlmost: boolean;
}

export interface PoolCard extends Miss, Place {
  /** The day on which it came into the pool, or was missed again. */
  readonly missedOn: Day;
}

interface Kept {
  readonly cards: readonly PoolCard[];
  /** Where cards were handed over from, by room; the newest last. */
  readonly rooms: readonly string[];
}

const POOL = "trede.practice.pool";
const CARDS_MOST = 400;
const ROOMS_MOST = 100;

const isCard = (card: Partial<PoolCard> | null): card is PoolCard =>
  typeof card?.deck === "string" &&
  typeof card.card === "string" &&
  typeof card.title?.nl === "string" &&
  Array.isArray(card.axes) &&
  typeof card.step === "number" &&
  typeof card.due === "string";

function read(keeper: Keeper): Kept {
  try {
    const kept = JSON.parse(keeper.getItem(POOL) ?? "null") as Partial<Kept> | null;
    return { cards: (kept?.cards ?? []).filter(isCard), rooms: kept?.rooms ?? [] };
  } catch {
    return { cards: [], rooms: [] }; // refused, or written by another edition of this page
  }
}

/** Whether it could be kept. Above the bound the cards that are known go first, then the oldest. */
function write(keeper: Keeper, { cards, rooms }: Kept): boolean {
  const oldestFirst = [...cards].sort((one, other) => (one.missedOn < other.missedOn ? -1 : 1));
  const spare = [...oldestFirst.filter(isKnown), ...oldestFirst.filter((card) => !isKnown(card))];
  const gone = new Set(spare.slice(0, Math.max(0, cards.length - CARDS_MOST)));
  try {
    const kept: Kept = { cards: cards.filter((card) => !gone.has(card)), rooms: rooms.slice(-ROOMS_MOST) };
    keeper.setItem(POOL, JSON.stringify(kept));
    return true;
  } catch {
    return false; // full, or refused
  }
}

const isSame = (one: { deck: string; card: CardId }, other: { deck: string; card: CardId }): boolean =>
  one.deck === other.deck && one.card === other.card;

/** All cards of this device, in no order. */
export const poolOf = (keeper: Keeper): readonly PoolCard[] => read(keeper).cards;

/** What is due: the sure-but-wrong first, then what has waited longest. */
export function dueOn(cards: readonly PoolCard[], day: Day): PoolCard[] {
  const isFirst = (card: PoolCard): number => (card.confidence === "certain" && card.step === 0 ? 0 : 1);
  return cards
    .filter((card) => isDue(card, day))
    .sort((one, other) => isFirst(one) - isFirst(other) || (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** Puts missed cards into the pool, due today. One that is there already comes back to today, with all its axes. */
function withMisses(cards: readonly PoolCard[], misses: readonly Miss[], day: Day): readonly PoolCard[] {
  let all = cards;
  for (const miss of misses) {
    const before = all.find((card) => isSame(card, miss));
    const axes = [...new Set([...(before?.axes ?? []), ...miss.axes])];
    const card: PoolCard = { ...miss, axes, ...missedOn(day), missedOn: day };
    all = before ? all.map((one) => (one === before ? card : one)) : [...all, card];
  }
  return all;
}

/**
 * Hands over what was missed in a room (or in an exam: any id that is its own). Once per room; returns how many cards of
 * it are now in the pool, or -1 where this device refuses to keep anything.
 */
export function addMissed(keeper: Keeper, room: string, misses: readonly Miss[], now = new Date()): number {
  const kept = read(keeper);
  if (kept.rooms.includes(room)) return misses.filter((miss) => kept.cards.some((card) => isSame(card, miss))).length;
  const cards = withMisses(kept.cards, misses, dayOf(now));
  return write(keeper, { cards, rooms: [...kept.rooms, room] }) ? misses.length : -1;
}

/** Whether a room's cards were handed over on this device. */
export const wasAdded = (keeper: Keeper, room: string): boolean => read(keeper).rooms.includes(room);

/**
 * Notes an answer given in practice. A card of the pool moves on its schedule; another comes in where it was missed.
 * Returns where the card stands now; null where it is not in the pool.
 */
export function noteAnswer(keeper: Keeper, miss: Miss, isHit: boolean, now = new Date()): PoolCard | null {
  const day = dayOf(now);
  const kept = read(keeper);
  const before = kept.cards.find((card) => isSame(card, miss));
  if (!before && isHit) return null;
  const cards =
    before && isHit
      ? kept.cards.map((card) => (card === before ? { ...card, ...afterAnswer(card, true, day) } : card))
      : withMisses(kept.cards, [miss], day);
  write(keeper, { ...kept, cards });
  return cards.find((card) => isSame(card, miss)) ?? null;
}

/** Takes a card out: its deck is no longer there. */
export function dropCard(keeper: Keeper, deck: string, card: CardId): void {
  const kept = read(keeper);
  write(keeper, { ...kept, cards: kept.cards.filter((one) => !isSame(one, { deck, card })) });
}
