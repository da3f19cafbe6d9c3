/** Which decks stand on the planks, in which order, and which are found. Pure. */

import type { DeckOutline, RoomLine } from "../wire/generated";
import { alike, tidy } from "./grouping/groups";

/** So many decks stand on the planks as stairs; more become rows. */
export const ON_PLANKS = 6;

/** Decks that were played come first, the latest first, once there are more than the planks hold. Else as they are. */
export function byLastPlayed(decks: readonly DeckOutline[], rooms: readonly RoomLine[]): readonly DeckOutline[] {
  if (decks.length <= ON_PLANKS) return decks;
  const playedAt = (deck: DeckOutline) =>
    rooms.reduce((latest, room) => (room.deck === deck.id ? Math.max(latest, room.opened_at) : latest), 0);
  return [...decks].sort((one, other) => playedAt(other) - playedAt(one));
}

/** The decks whose title, description or axes hold the sought words, in either language. */
export function foundDecks(decks: readonly DeckOutline[], sought: string): readonly DeckOutline[] {
  if (tidy(sought) === "") return decks;
  const needle = alike(sought);
  const texts = (deck: DeckOutline) => [deck.title, deck.about, ...deck.axes.map((axis) => axis.label)];
  return decks.filter((deck) => texts(deck).some((text) => alike(text.nl).includes(needle) || alike(text.en).includes(needle)));
}
