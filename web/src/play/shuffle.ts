/** The order in which this phone shows the options of a nominal axis: its own, and the same after every reload. */
import { sequence } from "../look/figures";

/** A number from a text, the same everywhere. */
function seedOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/** A shuffled copy; the same seed gives the same order. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const next = sequence(seedOf(seed));
  next(); // the first draw of neighbouring seeds is alike
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
