/** What each key of the console means: a clicker's keys step, letters do the rest and are dead inside fields. */

import type { BoardKind } from "../wire/generated";

/** talk: starts one, and gives more time once it or a round runs. above, below: another matrix. */
export type HostKey =
  | "next" | "back" | "above" | "below" | "talk" | "undo" | "skip" | "twin"
  | "lock" | "projector" | "people" | "run" | "settings" | "help" | "close"
  | BoardKind;

const MEANINGS: ReadonlyMap<string, HostKey> = new Map([
  [" ", "next"],
  ["ArrowRight", "next"],
  ["PageDown", "next"],
  ["ArrowLeft", "back"],
  ["PageUp", "back"],
  ["ArrowUp", "above"],
  ["ArrowDown", "below"],
  ["t", "talk"],
  ["u", "undo"],
  ["s", "skip"],
  ["w", "twin"],
  ["l", "lock"],
  ["p", "projector"],
  ["r", "people"],
  ["o", "run"],
  ["i", "settings"],
  ["?", "help"],
  ["j", "join"],
  ["k", "confusions"],
  ["x", "matrix"],
  ["c", "calibration"],
  ["m", "teams"],
  ["d", "debate"],
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

/** The key of a board, as it stands on its button. */
export const boardKeys: Readonly<Record<BoardKind, string>> = {
  join: "J",
  confusions: "K",
  matrix: "X",
  calibration: "C",
  teams: "M",
  debate: "D",
};

/**
 * What a press asks for, or null when it is not for the console. A key held down counts once.
 *
 * `hearsLetters`: whether single characters are keys at all; who steers a computer by voice switches them off.
 */
export function meaningOf(press: Press, focus: Focus, hearsLetters = true): HostKey | null {
  if (press.repeat || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return focus !== "field" && press.key.toLowerCase() === "z" ? "undo" : null;
  if (!hearsLetters && press.key.length === 1 && press.key !== " ") return null;
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
