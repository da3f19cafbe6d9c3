/** Putting items of a story with options by taps, in either order of tapping. Pure. */
import type { OptionId } from "../../wire/generated";

export interface Pairing {
  readonly pairs: Readonly<Record<string, OptionId>>;
  /** The item that the next tapped option goes to; null when none was tapped. */
  readonly item: string | null;
  /** The option that waits for an item; null when none does. */
  readonly option: OptionId | null;
}

/** The next item without an option, looking on from one and then from the top; null when all have one. */
export function nextOpen(items: readonly string[], pairs: Pairing["pairs"], after: string): string | null {
  const from = items.indexOf(after) + 1;
  return [...items.slice(from), ...items.slice(0, from)].find((item) => !(item in pairs)) ?? null;
}

function joined(state: Pairing, item: string, option: OptionId, items: readonly string[]): Pairing {
  const pairs = { ...state.pairs, [item]: option };
  return { pairs, item: nextOpen(items, pairs, item), option: null };
}

/** A tap on an item: it takes the option that waits, or waits for one itself; a second tap lets it go. */
export function itemTapped(state: Pairing, item: string, items: readonly string[]): Pairing {
  if (state.option !== null) return joined(state, item, state.option, items);
  return { ...state, item: state.item === item ? null : item };
}

/** A tap on an option: it goes to the item that waits, or waits for one itself; a second tap lets it go. */
export function optionTapped(state: Pairing, option: OptionId, items: readonly string[]): Pairing {
  if (state.item !== null) return joined(state, state.item, option, items);
  return { ...state, option: state.option === option ? null : option };
}

/** The pairing with an item put with an option, as a reader's list does it; null empties it. */
export function paired(state: Pairing, item: string, option: OptionId | null): Pairing {
  const { [item]: _, ...others } = state.pairs;
  return { pairs: option === null ? others : { ...others, [item]: option }, item: null, option: null };
}
