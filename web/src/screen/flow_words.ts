/** The figures of a flow as they are read: the gain, and how many moved. Pure. */
import { sum } from "../pictures/figures";
import type { FlowView } from "../wire/generated";
import { percentText } from "../words/format";
import type { Language } from "../words/language.svelte";

/** "49 → 71 %"; one figure where nothing changed. */
export function gainText(flow: FlowView, language: Language): string {
  const after = percentText(flow.right_after, language);
  const before = Math.round(flow.right_before * 100);
  return before === Math.round(flow.right_after * 100) ? after : `${before} → ${after}`;
}

/** How many are at another place than at the first vote. */
export function movedCount(flow: FlowView): number {
  return sum(flow.moves.filter((move) => move.origin !== move.destination).map((move) => move.count));
}

/** What a place is called: the option's name, or how right an answer was. */
export function placeName(id: string, options: readonly { readonly id: string; readonly name: string }[], judged: Readonly<Record<string, string>>): string {
  return options.find((option) => option.id === id)?.name ?? judged[id] ?? id;
}
