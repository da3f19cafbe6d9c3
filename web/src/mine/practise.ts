/**
 * The misses of a session on their way to this device's practice: the one place where the two pages meet. Where there is
 * no practice, `practise` is null, and no button is drawn.
 */
import { browserKeeper, type Keeper } from "../play/kept";
import { markedPick, saidWords } from "../play/said_words";
import type { AxisId, CardId, ClassSession, Confidence, OwnSession, Text } from "../wire/generated";

/** As practice takes it (practice/pool.ts): a card, and what went wrong on it. */
export interface MissedCard {
  readonly deck: string;
  readonly card: CardId;
  readonly title: Text;
  readonly axes: readonly AxisId[];
  readonly confidence: Confidence | null;
  readonly said: Text | null;
  readonly isAlmost: boolean;
}

interface Pool {
  addMissed(keeper: Keeper, room: string, misses: readonly MissedCard[]): number;
}

const pool = Object.values(import.meta.glob<Pool>("../practice/pool.ts", { eager: true }))[0];

/** The misses by card, the worst first, as practice takes them. */
export function missedCards(session: ClassSession, own: OwnSession): MissedCard[] {
  const numbers = [...new Set(own.misses.map((miss) => miss.number))];
  return numbers.flatMap((number) => {
    const card = session.cards.find((one) => one.number === number);
    const misses = own.misses.filter((miss) => miss.number === number);
    const first = misses[0];
    if (!card || !first) return [];
    const axis = card.round.axes.find((one) => one.id === first.axis);
    const result = own.cards.find((one) => one.number === number)?.result ?? null;
    const pick = markedPick(result?.axes.find((one) => one.axis === first.axis) ?? null, result?.counted_vote);
    const option = axis?.options.find((one) => one.id === pick);
    const words = axis && pick !== null ? saidWords(axis, pick) : "";
    return [
      {
        deck: session.deck,
        card: card.round.card,
        title: card.round.title,
        axes: misses.map((miss) => miss.axis),
        confidence: first.confidence,
        said: option?.short ?? (words ? { nl: words, en: words } : null),
        isAlmost: misses.every((miss) => miss.share > 0),
      },
    ];
  });
}

/** Hands the misses over; then practice is at /practice. Null where there is none. */
export const practise: ((session: ClassSession, own: OwnSession) => number) | null = pool
  ? (session, own) => pool.addMissed(browserKeeper(), session.room, missedCards(session, own))
  : null;
