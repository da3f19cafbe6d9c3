/** How many decks stand on the planks, and which are found. Pure. */

import type { DeckOutline } from "../wire/generated";
import { alike, tidy } from "./grouping/groups";

/** So many decks stand on the planks as stairs; more become rows. */
export const ON_PLANKS = 6;

/** The decks whose title, description or axes hold the sought words, in either language. */
export function foundDecks(decks: readonly DeckOutline[], sought: string): readonly DeckOutline[] {
  if (tidy(sought) === "") return decks;
  const needle = alike(sought);
  const texts = (deck: DeckOutline) => [deck.title, deck.about, ...deck.axes.map((axis) => axis.label)];
  return decks.filter((deck) => texts(deck).some((text) => alike(text.nl).includes(needle) || alike(text.en).includes(needle)));
}
