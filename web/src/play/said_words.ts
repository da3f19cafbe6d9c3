/** A pick in words, wherever one is told. */
import type { AxisResult, AxisView } from "../wire/generated";
import type { Said } from "../wire/said";
import { textOf } from "../words/language.svelte";
import { ways } from "./later/parts";

/** Empty for no pick. What comes beside the page may still be on its way; then its place stays open. */
export function saidWords(axis: AxisView, pick: Said | null | undefined): string {
  if (pick === undefined || pick === null) return "";
  const option = axis.options.find(({ id }) => id === pick);
  return option ? textOf(option.label) : (ways.content?.saidText(axis, pick) ?? "…");
}

/** As inside a sentence: a small first letter, but not of a name in capitals. */
export function inSentence(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The pick that the verdict of a result is about: with the first vote counting that of the first. */
export function markedPick(result: AxisResult | null, countedVote: number | undefined): AxisResult["pick"] {
  if (result === null) return null;
  return countedVote === 1 ? (result.first_pick ?? result.pick) : result.pick;
}
