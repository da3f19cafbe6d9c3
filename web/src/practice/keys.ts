/** What the keys of practice and exams mean. Single characters can be switched off, and are dead inside fields. */
import { singleKeys } from "../host/single_keys.svelte";

export type PracticeKey = number | "flag" | "on" | "back" | "send";

/** The parts of a keyboard event that decide. */
export interface Press {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is: in a field every key is the field's own; on a button Enter is. */
export type Place = "page" | "button" | "field";

/** What a press asks for; null when it is not for the page. Digits are 1 to 9. */
export function meaningOf(press: Press, place: Place, hearsCharacters: boolean): PracticeKey | null {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey || place === "field") return null;
  if (press.key === "Enter") return place === "button" ? null : "send";
  if (!hearsCharacters) return null;
  if (/^[1-9]$/.test(press.key)) return Number(press.key);
  const letters: Readonly<Record<string, PracticeKey>> = { f: "flag", n: "on", p: "back" };
  return letters[press.key.toLowerCase()] ?? null;
}

export function placeOf(element: Element | null): Place {
  if (!element) return "page";
  if (element.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")) return "field";
  return element.closest("button, a[href], summary") ? "button" : "page";
}

export const keyOf = (event: KeyboardEvent): PracticeKey | null =>
  meaningOf(event, placeOf(document.activeElement), singleKeys.isOn);

/** Presses the n-th choice in a part of the page, in the order in which the choices are seen. */
export function pickIn(part: Element | null, number: number): void {
  const choices = [...(part?.querySelectorAll<HTMLElement>("input[type=radio], input[type=checkbox], [data-choice]") ?? [])];
  const choice = choices[number - 1];
  choice?.click();
  choice?.focus();
}
