/** A pick of any kind as words, for a list of what was chosen. */
import type { AxisView, OptionId, Text } from "../../wire/generated";
import { isList, isPairs, isPoint, isWords, type Said } from "../../wire/said";
import { commonWords } from "../../words/common";
import { language, textOf } from "../../words/language.svelte";
import { waysWords } from "../../words/ways";
import { gradeOf } from "./plane";

/** With a small first letter, as inside a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** With a capital first letter, as at the start of a line. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How far to the high end of one side of a plane, in one of five grades. */
export function gradeText(high: Text, share: number): string {
  const words = waysWords[language.current];
  const grades = [words.grade0, words.grade1, words.grade2, words.grade3, words.grade4] as const;
  return grades[gradeOf(share)](lower(textOf(high)));
}

/** The name of an option; empty for one that the axis does not have. */
export function labelOf(axis: AxisView, id: OptionId): string {
  const option = axis.options.find((candidate) => candidate.id === id);
  return option ? textOf(option.label) : "";
}

/** A pick in words; empty when there is none. */
export function saidText(axis: AxisView, said: Said | null | undefined): string {
  const words = waysWords[language.current];
  if (said === null || said === undefined) return "";
  if (isWords(said)) return said.text;
  if (isPoint(said)) {
    const sides = [axis.y_axis && gradeText(axis.y_axis.high, said.y), axis.x_axis && gradeText(axis.x_axis.high, said.x)];
    return upper(sides.filter((side) => side !== null).map(lower).join(", "));
  }
  if (isPairs(said)) {
    return axis.items
      .filter((item) => item.id in said.pairs)
      .map((item) => words.itemIs(upper(textOf(item.label)), lower(labelOf(axis, said.pairs[item.id] ?? ""))))
      .join("; ");
  }
  if (!isList(said)) return labelOf(axis, said as OptionId);
  if (axis.kind !== "multi") return said.map((option, place) => `${place + 1}\u00a0${labelOf(axis, option)}`).join(", ");
  const ticked = axis.options.filter((option) => said.includes(option.id)).map((option) => textOf(option.label));
  return commonWords[language.current].and(ticked);
}
