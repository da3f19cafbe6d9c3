/** What each key of the console means: a clicker's keys step, letters do the rest and are dead inside fields. */

export type HostKey = "next" | "back" | "extend" | "lock" | "projector" | "people" | "help" | "close";

const MEANINGS: ReadonlyMap<string, HostKey> = new Map([
  [" ", "next"],
  ["ArrowRight", "next"],
  ["PageDown", "next"],
  ["ArrowLeft", "back"],
  ["PageUp", "back"],
  ["t", "extend"],
  ["l", "lock"],
  ["p", "projector"],
  ["r", "people"],
  ["?", "help"],
  ["Escape", "close"],
]);

/** The parts of a keyboard event that decide. */
export interface Press {
  key: string;
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Where the focus is: in a field every key is the field's own; on a control only its own keys are. */
export type Focus = "page" | "control" | "field";

/** What a press asks for, or null when it is not for the console. A key held down counts once. */
export function meaningOf(press: Press, focus: Focus): HostKey | null {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  const meaning = MEANINGS.get(press.key.length === 1 ? press.key.toLowerCase() : press.key) ?? null;
  if (meaning === "close") return meaning;
  if (focus === "field") return null;
  if (focus === "control" && press.key === " ") return null;
  return meaning;
}

/** What kind of place an element is for a key. */
export function focusOf(element: Element | null): Focus {
  if (!element) return "page";
  if (element.matches("input[type=checkbox]")) return "control";
  if (element.closest("input, textarea, select, [contenteditable], dialog[open]")) return "field";
  return element.closest("button, a[href], summary") ? "control" : "page";
}
