/** Which traps of an axis somebody fell into, whatever its kind. */
import type { TrapView } from "../../wire/generated";
import { isList, isPairs, type Said } from "../../wire/said";

/** Whether a pick is what a trap names: an option, "item:option" in a pair, "first>second" in an order. */
export function fellInto(said: Said | null, trap: TrapView["pick"]): boolean {
  if (said === null) return false;
  if (isPairs(said)) return Object.entries(said.pairs).some(([item, option]) => `${item}:${option}` === trap);
  if (!isList(said)) return said === trap;
  const [first = "", second] = trap.split(">");
  if (second === undefined) return said.includes(trap);
  return said.includes(first) && said.indexOf(first) < said.indexOf(second);
}
