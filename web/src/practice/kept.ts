/** Small things that practice keeps on this device, each under a name of its own: `trede.practice.<name>`. */
import { browserKeeper, canKeep, type Keeper } from "../play/kept";

const PREFIX = "trede.practice.";

export const keeper: Keeper = browserKeeper();
export { canKeep };

export function readKept<Value>(from: Keeper, name: string): Value | null {
  try {
    return JSON.parse(from.getItem(PREFIX + name) ?? "null") as Value | null;
  } catch {
    return null; // written by another edition of this page
  }
}

/** Whether it could be kept: a full or refused storage costs the memory of a reload, never the work. */
export function keep(to: Keeper, name: string, value: unknown): boolean {
  try {
    to.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets all that practice keeps on this device; seats and names of rounds stay. */
export function forgetAll(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
  for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
}
