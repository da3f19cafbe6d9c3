/** What a key means on the workbench. Inside a field letters and digits are the field's own. */

import { focusOf } from "../keys";

/** put: into the group at that place, 0 for out of any. across: to the other column. */
export type BenchKey =
  | { readonly kind: "put"; readonly place: number }
  | { readonly kind: "across"; readonly way: 1 | -1 }
  | { readonly kind: "undo" }
  | { readonly kind: "name" }
  | { readonly kind: "find" };

/** The parts of a keyboard event that decide. */
export interface BenchPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a press asks for, or null when it is not for the workbench. */
export function benchKey(press: BenchPress, target: Element): BenchKey | null {
  const isBox = target.matches("[data-rows] input");
  if (!isBox && focusOf(target) === "field") return null;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "z" ? { kind: "undo" } : null;
  if (press.key === "ArrowRight") return { kind: "across", way: 1 };
  if (press.key === "ArrowLeft") return { kind: "across", way: -1 };
  if (press.key.toLowerCase() === "n") return { kind: "name" };
  if (press.key === "/") return { kind: "find" };
  return isBox && /^[0-9]$/.test(press.key) ? { kind: "put", place: Number(press.key) } : null;
}

/** Where the focus goes when this row leaves its list: to the row that takes its place, or to the last one. */
export function neighbourOf(box: HTMLInputElement): () => HTMLElement | null {
  const list = box.closest("[data-rows]");
  const boxes = [...(list?.querySelectorAll("input") ?? [])];
  const at = boxes.indexOf(box);
  return () => {
    const left = list?.isConnected ? [...list.querySelectorAll("input")] : [];
    return left[Math.min(at, left.length - 1)] ?? document.querySelector<HTMLElement>("[data-new]");
  };
}
