/** The misses of a session on their way to this device's practice: the one place where the two pages meet. */
import { browserKeeper } from "../play/kept";
import { markedPick, saidWords } from "../play/said_words";
import { addMissed, type Miss } from "../practice/pool";
import type { ClassSession, OwnSession } from "../wire/generated";

/** The misses by card, the worst first, as practice takes them. */
export function missedCards(session: ClassSession, own: OwnSession): Miss[] {
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

/** Hands the misses over; then practice is at /practice. */
export function practise(session: ClassSession, own: OwnSession): void {
  addMissed(browserKeeper(), session.room, missedCards(session, own));
}
